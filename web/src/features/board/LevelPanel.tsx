import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { setLevel } from '../../api/board';
import { problemFrom } from '../../api/problem';
import type { Level, LevelView, SetLevel } from '../../api/types';
import { formatAgo } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import type { State } from '../../ui/StateIcon';

const kStates: Record<Level, State> = { normal: 'clear', degraded: 'review', local_only: 'unavailable', paper: 'unavailable' };
const kStated: readonly Level[] = ['degraded', 'local_only', 'paper'];
const kMinutes = [30, 60, 240, 720];

function LevelDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (body: SetLevel) => setLevel(body),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['board'] });
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const level = kStated.find((one) => one === form.get('level')) ?? 'degraded';
    save.mutate({ level, reason: String(form.get('reason') ?? ''), minutes: Number(form.get('minutes')) });
  };
  return (
    <Dialog title={t('level_step.title')} onClose={onClose}>
      <form onSubmit={submit}>
        <Field name={t('level_step.level')}>
          <select name="level">
            {kStated.map((level) => (
              <option value={level} key={level}>
                {textOf('degradation', level)}
              </option>
            ))}
          </select>
        </Field>
        <Field name={t('level_step.minutes')}>
          <select name="minutes">
            {kMinutes.map((minutes) => (
              <option value={minutes} key={minutes}>
                {t('level_step.for', { minutes })}
              </option>
            ))}
          </select>
        </Field>
        <Field name={t('level_step.reason')}>
          <textarea name="reason" rows={2} required />
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

export function LevelPanel({ level, leads }: { level: LevelView; leads: boolean }) {
  const t = useText();
  const [stating, state] = useState(false);
  return (
    <Panel title={t('board.sources')} aside={leads && <Button onPress={() => state(true)}>{t('level_step.title')}</Button>}>
      <Notice state={kStates[level.level]}>
        <strong>{textOf('degradation', level.level)}</strong>
        {level.reason !== '' && (
          <>
            {' · '}
            <bdi>{level.reason}</bdi>
          </>
        )}
      </Notice>
      {level.duties.length > 0 && (
        <ul>
          {level.duties.map((duty) => (
            <li key={duty}>{textOf('duty', duty)}</li>
          ))}
        </ul>
      )}
      <dl className="sources">
        {level.sources.map((source) => (
          <div key={source.name} data-source={source.name}>
            <dt>{textOf('board_source', source.name)}</dt>
            <dd>
              {textOf('source_state', source.state)}
              {source.age_s !== undefined && <span className="quiet"> · {t('board.copy_age', { ago: formatAgo(source.age_s) })}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {stating && <LevelDialog onClose={() => state(false)} />}
    </Panel>
  );
}
