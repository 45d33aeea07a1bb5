import { findText, textOf, useText } from '../../lib/i18n';
import { formatAgo } from '../../lib/format';
import { Code } from '../../ui/Code';
import { Panel } from '../../ui/Panel';
import { StateIcon } from '../../ui/StateIcon';
import type { Traveller } from './booth-state';
import { checksOf, type ShownCheck } from './verdict';

const kOrder = ['hit', 'review', 'unavailable', 'info'];

function toLookAt(traveller: Traveller): ShownCheck[] {
  const rows = checksOf(traveller).filter((check) => check.reason !== '' && kOrder.includes(check.state));
  return rows.sort((a, b) => kOrder.indexOf(a.state) - kOrder.indexOf(b.state));
}

function Reason({ check }: { check: ShownCheck }) {
  const t = useText();
  const text = findText(`reason.${check.reason}`);
  return (
    <>
      {text ?? <Code>{check.reason}</Code>}
      {check.state === 'unavailable' && check.ageSeconds !== undefined && (
        <span className="quiet"> {t('notes.copy_age', { age: formatAgo(check.ageSeconds) })}</span>
      )}
    </>
  );
}

interface ShownProposal {
  substitutions?: { line: number; column: number; from: string; to: string }[];
}

/** What would make a failing digit agree: a question to the officer, never applied. */
function Proposals({ traveller }: { traveller: Traveller }) {
  const t = useText();
  const proposals = (traveller.inspection?.reading.proposals ?? []) as ShownProposal[];
  const shown = proposals.filter((proposal) => proposal.substitutions?.length).slice(0, 3);
  if (shown.length === 0) return null;
  return (
    <div className="proposals">
      <p className="small quiet">{t('notes.proposals')}</p>
      <ul className="small">
        {shown.map((proposal) => (
          <li key={JSON.stringify(proposal)}>
            {proposal.substitutions?.map((one) => t('notes.proposal', one)).join(' ')}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Rows({ rows }: { rows: readonly ShownCheck[] }) {
  return (
    <ul className="notes">
      {rows.map((check) => (
        <li key={check.name} data-state={check.state}>
          <StateIcon state={check.state} />
          <b>{textOf('check', check.name)}</b>
          <span>
            <Reason check={check} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What nothing here looks at: said in one line, with the reasons behind it. */
export function WhyNot({ traveller }: { traveller: Traveller }) {
  const t = useText();
  const rows = checksOf(traveller).filter((check) => check.state === 'not_checked');
  if (rows.length === 0) return null;
  return (
    <details className="why-not">
      <summary>{t('checks.why_not', { count: rows.length })}</summary>
      <Rows rows={rows} />
    </details>
  );
}

/** Everything that was looked at and is not plainly clear, with its reason in words. */
export function NotesPanel({ traveller }: { traveller: Traveller }) {
  const t = useText();
  const rows = toLookAt(traveller);
  if (rows.length === 0) return null;
  return (
    <Panel title={t('notes.title')} pane="notes">
      <Rows rows={rows} />
      <Proposals traveller={traveller} />
    </Panel>
  );
}
