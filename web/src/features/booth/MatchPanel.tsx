import { useState } from 'react';
import type { FieldEvidence, Hit, Term } from '../../api/types';
import { formatBirth, formatBits, formatDate, formatPercent, formatSigned } from '../../lib/format';
import { findText, t, textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Panel } from '../../ui/Panel';
import { mayDeny, mustCompare, referFirst, sortHits, stageWord } from './stages';

const kSigns: Record<FieldEvidence['relation'], string> = { same: '=', close: '≈', different: '≠', not_recorded: '–' };

function Value({ field, value }: { field: string; value: string }) {
  if (value === '') return <>–</>;
  if (field === 'birth_date') return <bdi className="nowrap">{formatBirth(value)}</bdi>;
  if (field === 'document' || field === 'nationality') return <Code>{value}</Code>;
  if (field === 'sex') return <>{textOf('sex', value)}</>;
  // The document's own fillers: two part the identifiers, one parts words.
  return <bdi translate="no">{value.replaceAll('<<', ', ').replaceAll('<', ' ')}</bdi>;
}

function Evidence({ hit }: { hit: Hit }) {
  const t = useText();
  return (
    <table className="evidence">
      <thead>
        <tr>
          <th scope="col">{t('match.field')}</th>
          <th scope="col">{t('match.traveller')}</th>
          <th scope="col">
            {t('match.record')} <Code>{hit.source_id}</Code>
          </th>
          <th scope="col">{t('match.result')}</th>
        </tr>
      </thead>
      <tbody>
        {hit.fields.map((row) => (
          <tr key={row.field} data-relation={row.relation}>
            <th scope="row">{textOf('field', row.field)}</th>
            <td>
              <Value field={row.field} value={row.traveller} />
            </td>
            <td>
              <Value field={row.field} value={row.record} />
            </td>
            <td>
              <span className="relation">
                <span className="sign" aria-hidden="true">
                  {kSigns[row.relation]}
                </span>
                {t(`relation.${row.relation}`)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TermRow({ term }: { term: Term }) {
  return (
    <tr>
      <th scope="row">{textOf('term', term.name)}</th>
      <td>{findText(`detail.${term.detail}`) ?? term.detail.replaceAll('_', ' ')}</td>
      <td>
        <bdi translate="no">{term.query}</bdi>
      </td>
      <td>
        <bdi translate="no">{term.record}</bdi>
      </td>
      <td className="bits">
        <bdi dir="ltr">{formatSigned(term.bits)}</bdi>
      </td>
    </tr>
  );
}

/** How the score comes about, for who wants to know: the addends sum to the score. */
function Terms({ hit }: { hit: Hit }) {
  const t = useText();
  return (
    <details className="terms">
      <summary>{t('match.why', { bits: formatBits(hit.score) })}</summary>
      <table className="small">
        <thead>
          <tr>
            {(['term', 'detail', 'traveller', 'record', 'bits'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`match.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hit.terms.map((term) => (
            <TermRow key={JSON.stringify(term)} term={term} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

interface MatchPanelProps {
  hits: readonly Hit[];
  decided: boolean;
  onSame: (hit: Hit) => void;
  onDifferent: (hit: Hit) => void;
}

/** Compared in an earlier inspection: not asked again, but the officer may see it otherwise. */
function Cleared({ hit, onSame }: { hit: Hit; onSame: (hit: Hit) => void }) {
  const t = useText();
  return (
    <div className="match-acts">
      <p className="compared">{t('match.cleared', { date: formatDate(hit.cleared?.at.slice(0, 10)) })}</p>
      <Button onPress={() => onSame(hit)}>{t('match.same')}</Button>
    </div>
  );
}

function Acts({ hit, onSame, onDifferent }: { hit: Hit } & Pick<MatchPanelProps, 'onSame' | 'onDifferent'>) {
  const t = useText();
  if (hit.cleared) return <Cleared hit={hit} onSame={onSame} />;
  if (hit.comparison) return <p className="compared">{t(`match.compared.${hit.comparison.result}`)}</p>;
  const same = (
    <Button key="same" size="large" kind={referFirst(hit) ? 'primary' : 'normal'} onPress={() => onSame(hit)}>
      {t('match.same')}
    </Button>
  );
  const different = mayDeny(hit) && (
    <Button key="different" size="large" onPress={() => onDifferent(hit)}>
      {t('match.not_same')}
    </Button>
  );
  return <div className="match-acts">{referFirst(hit) ? [same, different] : [different, same]}</div>;
}

function Pager({ at, count, go }: { at: number; count: number; go: (at: number) => void }) {
  const t = useText();
  if (count < 2) return null;
  return (
    <div className="pager">
      <Button onPress={() => go((at + count - 1) % count)}>{t('match.previous')}</Button>
      <span>{t('match.of', { at: at + 1, count })}</span>
      <Button onPress={() => go((at + 1) % count)}>{t('match.next')}</Button>
    </div>
  );
}

function titleOf(hit: Hit): string {
  const weak = !mustCompare(hit);
  if (!hit.category) return weak ? t('match.weak_title') : t('match.title');
  const category = textOf('category', hit.category);
  return weak ? t('match.weak_title_of', { category }) : t('match.title_of', { category });
}

/** One record at a time, field by field. Neutral ink: red would say "bad" where "same" only says "equal". */
export function MatchPanel({ hits, decided, onSame, onDifferent }: MatchPanelProps) {
  const t = useText();
  const sorted = sortHits(hits);
  const first = sorted.findIndex((hit) => mustCompare(hit) && !hit.comparison);
  const [chosen, choose] = useState<number | undefined>();
  const at = Math.min(chosen ?? Math.max(first, 0), sorted.length - 1);
  const hit = sorted[at];
  if (!hit) return null;
  const open = mustCompare(hit) && hit.comparison?.result !== 'not_same_person';
  const aside = (
    <p className="stage">
      {t('match.likelihood', { stage: textOf('stage', stageWord(hit.stage)), percent: formatPercent(hit.percent) })}
    </p>
  );
  return (
    <Panel title={titleOf(hit)} aside={aside} className={open ? 'match match-open' : 'match'} pane="match">
      <p className="match-source">
        <bdi translate="no">{hit.matched_name}</bdi> · {textOf('source', hit.source)}
        {hit.action && <> · {textOf('action', hit.action)}</>}
      </p>
      <Evidence hit={hit} />
      <div className="match-foot">
        {!decided && mustCompare(hit) && (
          <Acts
            hit={hit}
            onSame={onSame}
            onDifferent={(denied) => {
              choose(undefined);
              onDifferent(denied);
            }}
          />
        )}
        <Pager at={at} count={sorted.length} go={choose} />
      </div>
      <Terms hit={hit} />
    </Panel>
  );
}
