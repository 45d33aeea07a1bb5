import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { breakGlass, getEmergencies, reviewEmergency, type Emergency } from '../../api/access';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { ReasonDialog } from './ReasonDialog';
import { Trouble } from './Trouble';
import { useAct } from './useAct';

type Taken = Parameters<typeof breakGlass>[0];

function TakeDialog({ onClose, onTake }: { onClose: () => void; onTake: (taken: Taken) => void }) {
  const t = useText();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onTake({ role: String(form.get('role')) as Taken['role'], reason: String(form.get('reason')).trim() });
  };
  return (
    <Dialog title={t('access.take')} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{t('access.take_hint')}</p>
        <Field name={t('access.role')}>
          <select name="role">
            <option value="second_line">{textOf('role', 'second_line')}</option>
            <option value="shift_leader">{textOf('role', 'shift_leader')}</option>
          </select>
        </Field>
        <Field name={t('access.reason')}>
          <input name="reason" required maxLength={500} dir="auto" autoComplete="off" />
        </Field>
        <div className="dialog-acts">
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button submit kind="danger">
            {t('access.take')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface PanelProps {
  mayTake: boolean;
  mayReview: boolean;
  self: string;
  timeZone: string;
}

type Open = { what: 'take' } | { what: 'review'; emergency: Emergency; outcome: 'justified' | 'not_justified' } | undefined;

export function EmergenciesPanel({ mayTake, mayReview, self, timeZone }: PanelProps) {
  const t = useText();
  const emergencies = useQuery({ queryKey: ['access', 'emergencies'], queryFn: getEmergencies });
  const { problem, run } = useAct();
  const [open, setOpen] = useState<Open>();
  const done = (act: () => Promise<unknown>) => void run(act).then(() => setOpen(undefined));
  return (
    <Panel
      title={t('access.emergencies')}
      aside={mayTake && <Button onPress={() => setOpen({ what: 'take' })}>{t('access.take')}</Button>}
    >
      <Trouble problem={problem} />
      {emergencies.data?.length === 0 && <p className="quiet">{t('access.none')}</p>}
      <ul className="plain-list">
        {(emergencies.data ?? []).map((one) => (
          <li key={one.grant_id} data-emergency={one.state}>
            <p>
              <b>
                <bdi>{one.display_name}</bdi>
              </b>
              {` · ${textOf('role', one.role)} · ${formatInstant(one.from, timeZone)} – ${formatInstant(one.until, timeZone)} · ${textOf('access_state', one.state)}`}
              {one.outcome && ` · ${textOf('access_state', one.outcome)}`}
            </p>
            <p className="small">
              <bdi>{one.reason}</bdi>
              {one.note && (
                <>
                  {' – '}
                  <bdi>{one.note}</bdi>
                </>
              )}
            </p>
            {mayReview && one.state !== 'reviewed' && one.officer_id !== self && (
              <div className="acts">
                {(['justified', 'not_justified'] as const).map((outcome) => (
                  <Button key={outcome} onPress={() => setOpen({ what: 'review', emergency: one, outcome })}>
                    {textOf('access_state', outcome)}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {open?.what === 'take' && <TakeDialog onClose={() => setOpen(undefined)} onTake={(taken) => done(() => breakGlass(taken))} />}
      {open?.what === 'review' && (
        <ReasonDialog
          title={textOf('access_state', open.outcome)}
          label={t('access.note')}
          onClose={() => setOpen(undefined)}
          onGiven={(note) => done(() => reviewEmergency(open.emergency.grant_id, { outcome: open.outcome, note }))}
        />
      )}
    </Panel>
  );
}
