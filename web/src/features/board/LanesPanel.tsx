import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { setLane } from '../../api/board';
import { problemFrom } from '../../api/problem';
import type { LaneView, SetLane } from '../../api/types';
import { formatNumber } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';

const kMethods = ['counted', 'estimated'] as const;

function LaneDialog({ lane, onClose }: { lane: LaneView; onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (body: SetLane) => setLane(lane.lane, body),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['board'] });
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const queue = String(form.get('queue') ?? '').trim();
    const method = form.get('method') === 'counted' ? 'counted' : 'estimated';
    save.mutate({
      state: form.get('state') === 'closed' ? 'closed' : 'open',
      ...(queue === '' ? {} : { queue: Number(queue), queue_method: method }),
    });
  };
  return (
    <Dialog title={t('board.lane_title', { lane: lane.lane })} onClose={onClose}>
      <form onSubmit={submit}>
        <Field name={t('board.state')}>
          <select name="state" defaultValue={lane.state === 'closed' ? 'closed' : 'open'}>
            <option value="open">{t('lane_state.open')}</option>
            <option value="closed">{t('lane_state.closed')}</option>
          </select>
        </Field>
        <Field name={t('board.queue')} hint={t('board.queue_hint')}>
          <input name="queue" type="number" min={0} max={100000} defaultValue={lane.queue ?? ''} />
        </Field>
        <Field name={t('board.method')}>
          <select name="method" defaultValue={lane.queue_method === 'counted' ? 'counted' : 'estimated'}>
            {kMethods.map((method) => (
              <option value={method} key={method}>
                {t(`queue_method.${method}`)}
              </option>
            ))}
          </select>
        </Field>
        {save.isError && (
          <p className="error-text" role="alert">
            {textOf('problem', problemFrom(save.error).code)}
          </p>
        )}
        <div className="dialog-acts">
          <Button submit kind="primary">
            {t('board.save')}
          </Button>
          <Button onPress={onClose}>{t('dialog.close')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

export function LanesPanel({ lanes, leads }: { lanes: LaneView[]; leads: boolean }) {
  const t = useText();
  const [changing, change] = useState<LaneView>();
  return (
    <Panel title={t('board.lanes')}>
      <ul className="lanes">
        {lanes.map((lane) => (
          <li className="lane-tile" key={lane.lane} data-lane={lane.lane} data-state={lane.state}>
            <h3>
              {t('place.lane')} <bdi>{lane.lane}</bdi>
            </h3>
            <p className="lane-state">{textOf('lane_state', lane.state)}</p>
            <p>
              {lane.queue === undefined
                ? t('board.queue_unknown')
                : t('board.queue_known', { count: lane.queue, method: textOf('queue_method', lane.queue_method) })}
            </p>
            <p className="small quiet">{t('board.last_hour', { count: lane.decided_last_hour })}</p>
            {lane.seconds_median !== undefined && (
              <p className="small quiet">{t('board.median', { seconds: formatNumber(lane.seconds_median) })}</p>
            )}
            {leads && <Button onPress={() => change(lane)}>{t('board.change', { lane: lane.lane })}</Button>}
          </li>
        ))}
      </ul>
      {changing && <LaneDialog lane={changing} onClose={() => change(undefined)} />}
    </Panel>
  );
}
