import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { describePassage, getPassage, releasePassage } from '../../api/passages';
import type { Direction, Node, Passage } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { StateIcon } from '../../ui/StateIcon';
import { bodyOf, DescriptionFields, descriptionOf } from './DescriptionFields';
import { ManifestPanel } from './ManifestPanel';
import { OccupantTile } from './OccupantTile';
import { problemText, usePassageAct } from './usePassageAct';
import './passages.css';

function DescribeDialog({ passage, onClose }: { passage: Passage; onClose: () => void }) {
  const t = useText();
  const act = usePassageAct(passage.id);
  const [description, describe] = useState(descriptionOf(passage));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.run(() => describePassage(passage, bodyOf(passage.kind, description)), onClose);
  };
  return (
    <Dialog title={t('passages.correct')} onClose={onClose}>
      <form className="reason-form" onSubmit={submit}>
        <DescriptionFields kind={passage.kind} value={description} onChange={describe} />
        <p role="alert" className="error-text">
          {act.problem}
        </p>
        <div className="dialog-acts">
          <Button size="large" onPress={onClose} keys="Esc">
            {t('dialog.cancel')}
          </Button>
          <Button size="large" kind="primary" submit>
            {t('passages.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The vehicle as read. That no list was asked about it is said, never left out. */
function Vehicle({ passage }: { passage: Passage }) {
  const t = useText();
  const { vehicle, vehicle_check: check } = passage;
  if (!check) return null;
  const known = [vehicle?.make, vehicle?.colour].filter(Boolean).join(', ');
  return (
    <div className="vehicle">
      <p className="plate">
        {vehicle ? <Code>{vehicle.plate}</Code> : t('passages.no_plate')} {vehicle?.state && <Code>{vehicle.state}</Code>}
      </p>
      {known && (
        <p>
          <bdi>{known}</bdi>
        </p>
      )}
      {vehicle?.trailer_plate && (
        <p>
          {t('passages.trailer')} <Code>{vehicle.trailer_plate}</Code>
        </p>
      )}
      <p className="state-text small" data-state={check.state}>
        <StateIcon state={check.state} /> {t('passages.vehicle_check')}: {t(`state.${check.state}`)}
      </p>
    </div>
  );
}

function Release({ passage }: { passage: Passage }) {
  const t = useText();
  const act = usePassageAct(passage.id);
  const why = passage.blocked_by;
  const closed = why.length > 0;
  return (
    <div className="release">
      <Button
        size="large"
        kind="primary"
        closedBy={closed ? 'why-held' : undefined}
        onPress={() => !closed && act.run(() => releasePassage(passage, ''))}
      >
        {t('passages.release')}
      </Button>
      <ul id="why-held" className="why-held small">
        {why.map((word) => (
          <li key={word} data-why={word}>
            {textOf('problem', word)}
          </li>
        ))}
      </ul>
      <p role="alert" className="error-text">
        {act.problem}
      </p>
    </div>
  );
}

function Persons({ passage, onShow }: { passage: Passage; onShow: (inspectionId: string) => void }) {
  const t = useText();
  const decided = passage.occupants.filter((one) => one.outcome).length;
  const { length } = passage.occupants;
  return (
    <>
      <p className="heads" role="status">
        {t('passages.counts', { inspected: length, heads: passage.head_count ?? '?', decided })}
      </p>
      {length === 0 ? (
        <p className="quiet">{t('passages.swipe_first')}</p>
      ) : (
        <ul className="occupants">
          {passage.occupants.map((occupant) => (
            <OccupantTile key={occupant.inspection_id} passage={passage} occupant={occupant} onShow={onShow} />
          ))}
        </ul>
      )}
    </>
  );
}

interface PassageTopProps {
  id: string;
  node: Node;
  /** The way the officer works; a person joins a passage of the same direction only. */
  direction: Direction;
  /** The way back to the list; addresses belong to the router. */
  back: ReactNode;
  onShow: (inspectionId: string) => void;
}

/** One conveyance with everybody in it; the booth below works on whoever is in front of the officer. */
export function PassageTop({ id, node, direction, back, onShow }: PassageTopProps) {
  const t = useText();
  const [describing, describe] = useState(false);
  const query = useQuery({ queryKey: ['passage', id], queryFn: () => getPassage(id), gcTime: 0 });
  const passage = query.data;
  const title = passage ? textOf('passage_kind', passage.kind) : t('passages.one');
  const open = passage?.state === 'open';
  const aside = (
    <span className="passage-head">
      {open && <Button onPress={() => describe(true)}>{t('passages.correct')}</Button>} {back}
    </span>
  );
  return (
    <div className="passage">
      <h1>{title}</h1>
      <Panel title={t('passages.persons')} pane="passage" aside={aside}>
        {query.isError && (
          <Notice state="unavailable" role="alert">
            {problemText(query.error)}
          </Notice>
        )}
        {passage && (
          <>
            {passage.release && (
              <Notice state="clear" role="status">
                {t('passages.released_by', {
                  officer: passage.release.officer.name,
                  time: formatInstant(passage.release.at, node.time_zone),
                })}
              </Notice>
            )}
            {open && passage.direction !== direction && <Notice state="review">{t('passages.other_way')}</Notice>}
            <Vehicle passage={passage} />
            <Persons passage={passage} onShow={onShow} />
            <ManifestPanel passage={passage} />
            {open && <Release passage={passage} />}
            {describing && <DescribeDialog passage={passage} onClose={() => describe(false)} />}
          </>
        )}
      </Panel>
    </div>
  );
}
