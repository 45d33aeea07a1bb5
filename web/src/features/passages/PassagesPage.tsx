import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { makeKey } from '../../api/client';
import { getPassages, openPassage } from '../../api/passages';
import type { Direction, Node, Passage, PassageKind, PassageLine } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { StateIcon } from '../../ui/StateIcon';
import { bodyOf, DescriptionFields, kNothing, type Description } from './DescriptionFields';
import { problemText } from './usePassageAct';
import { kKinds } from './words';
import './passages.css';

interface Place {
  lane: string;
  direction: Direction;
}

function OpenForm({ place, onOpened }: { place: Place; onOpened: (id: string) => void }) {
  const t = useText();
  const [kind, setKind] = useState<PassageKind>('car');
  const [description, describe] = useState<Description>(kNothing);
  const [key, setKey] = useState(makeKey);
  const job = useMutation({
    mutationFn: () => openPassage({ kind, ...place, ...bodyOf(kind, description) }, key),
    onSuccess: (passage: Passage) => onOpened(passage.id),
    onError: () => setKey(makeKey()),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!job.isPending) job.mutate();
  };
  return (
    <Panel title={t('passages.open_one')}>
      <form className="passage-form" onSubmit={submit}>
        <Field name={t('passages.kind')}>
          <select value={kind} onChange={(event) => setKind(event.target.value as PassageKind)}>
            {kKinds.map((one) => (
              <option key={one} value={one}>
                {textOf('passage_kind', one)}
              </option>
            ))}
          </select>
        </Field>
        <DescriptionFields kind={kind} value={description} onChange={describe} />
        <Button submit kind="primary">
          {t('passages.open')}
        </Button>
      </form>
      {job.error && (
        <p role="alert" className="error-text">
          {problemText(job.error)}
        </p>
      )}
    </Panel>
  );
}

interface LineProps {
  line: PassageLine;
  timeZone: string;
  link: (id: string, text: ReactNode) => ReactNode;
}

function Line({ line, timeZone, link }: LineProps) {
  const t = useText();
  const state = line.state === 'released' ? 'clear' : 'info';
  return (
    <tr data-passage={line.id}>
      <th scope="row">
        {link(line.id, textOf('passage_kind', line.kind))} {line.plate && <Code>{line.plate}</Code>}
      </th>
      <td>{formatInstant(line.opened_at, timeZone)}</td>
      <td>{t(`direction.${line.direction}`)}</td>
      <td>{t('passages.counts', { inspected: line.inspected, heads: line.head_count ?? '?', decided: line.decided })}</td>
      <td>
        <span className="state-text" data-state={state}>
          <StateIcon state={state} /> {t(`passage_state.${line.state}`)}
        </span>
      </td>
    </tr>
  );
}

interface PassagesPageProps {
  node: Node;
  place: Place;
  /** A link to a passage; addresses belong to the router. */
  link: (id: string, text: ReactNode) => ReactNode;
  onOpened: (id: string) => void;
}

/** The passages of this lane, and the form by which one begins. */
export function PassagesPage({ node, place, link, onOpened }: PassagesPageProps) {
  const t = useText();
  const [all, showAll] = useState(false);
  const state = all ? 'all' : 'open';
  const list = useQuery({ queryKey: ['passages', state, place.lane], queryFn: () => getPassages(state, place.lane), gcTime: 0 });
  const columns = ['passages.kind', 'passages.opened_at', 'board.direction', 'passages.persons', 'passages.state'] as const;
  return (
    <main className="page">
      <h1>{t('passages.title')}</h1>
      <OpenForm place={place} onOpened={onOpened} />
      <Panel
        title={t('passages.of_lane', { lane: place.lane === '' ? '–' : place.lane })}
        aside={
          <label>
            <input type="checkbox" checked={all} onChange={(event) => showAll(event.target.checked)} /> {t('passages.show_all')}
          </label>
        }
      >
        {list.isPending && <p className="quiet">{t('state.pending')}</p>}
        {list.isError && <p className="error-text">{problemText(list.error)}</p>}
        {list.data?.length === 0 && <p>{t('passages.none')}</p>}
        {list.data && list.data.length > 0 && (
          <div className="scroller" role="group" aria-label={t('passages.title')} tabIndex={0}>
            <table className="passages">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {list.data.map((line) => (
                  <Line key={line.id} line={line} timeZone={node.time_zone} link={link} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
    </main>
  );
}
