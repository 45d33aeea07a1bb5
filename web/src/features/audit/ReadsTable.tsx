import { useState } from 'react';
import { getProof } from '../../api/audit';
import type { Read } from '../../api/types';
import { formatInstant, formatNumber } from '../../lib/format';
import { findText, t as text, textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';

/** Who did what, as one sentence of the reader's language. */
export function sentenceOf(read: Read): string {
  const officer = read.officer_name || textOf('read_officer', read.officer);
  const person = read.traveller_name || (read.traveller_id ? text('audit.person_gone') : read.subject);
  if (read.own_work) return text('looked.own', { officer, person });
  return findText(`looked.${read.what}`, { officer, person }) ?? text('looked.other', { officer, what: read.what, person });
}

/** Hands the proof over as a file; nothing of it stays on the page. */
async function saveProof(sequence: number): Promise<void> {
  const proof = await getProof(sequence);
  const address = URL.createObjectURL(new Blob([JSON.stringify(proof, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `cardea-proof-${proof.entry.sequence}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function ProofButton({ sequence }: { sequence: number }) {
  const t = useText();
  const [failed, setFailed] = useState(false);
  const save = () => {
    setFailed(false);
    saveProof(sequence).catch(() => setFailed(true));
  };
  return (
    <>
      <Button onPress={save}>
        {t('audit.proof')}
        <span className="hidden-text"> {formatNumber(sequence)}</span>
      </Button>
      {failed && (
        <p role="alert" className="error-text">
          {t('audit.proof_failed')}
        </p>
      )}
    </>
  );
}

function ReadRow({ read, timeZone }: { read: Read; timeZone: string }) {
  const t = useText();
  return (
    <tr data-sequence={read.sequence}>
      <td className="nowrap">{formatInstant(read.at, timeZone)}</td>
      <td>
        <bdi>{sentenceOf(read)}</bdi>
        <br />
        <span className="small quiet">
          {textOf('read_purpose', read.purpose)} · {read.lane === undefined ? t('audit.lane_unknown') : read.lane === '' ? t('audit.no_lane') : t('audit.lane', { lane: read.lane })}
        </span>
      </td>
      <td>{read.result === 'shown' ? t('audit.shown', { count: read.records }) : t(`audit.${read.result}`)}</td>
      <td>
        {read.flags.map((flag) => (
          <span className="flag" key={flag}>
            {t(`read_flag.${flag}`)}
          </span>
        ))}
        {read.review && (
          <p className="small quiet">
            {t(`review.${read.review.judgement}`)} · <bdi>{read.review.reviewed_by}</bdi>
          </p>
        )}
      </td>
      <td>
        <Code>{String(read.sequence)}</Code>
        <br />
        <span className="small quiet">
          <Code>{read.hash.slice(0, 12)}</Code>
        </span>
      </td>
      <td>
        <ProofButton sequence={read.sequence} />
      </td>
    </tr>
  );
}

const kColumns = ['at', 'sentence', 'result', 'flags', 'entry', 'proof'] as const;

export function ReadsTable({ reads, timeZone }: { reads: Read[]; timeZone: string }) {
  const t = useText();
  return (
    <div className="reads-scroller" role="group" aria-label={t('audit.reads')} tabIndex={0}>
      <table className="reads">
        <thead>
          <tr>
            {kColumns.map((column) => (
              <th scope="col" key={column}>
                {t(`audit.column_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reads.map((read) => (
            <ReadRow key={read.sequence} read={read} timeZone={timeZone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
