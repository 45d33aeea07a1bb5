import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { endRelaxation, getRelaxationRules, relaxChecks } from '../../api/board';
import { problemFrom } from '../../api/problem';
import type { Relax, Relaxation, RelaxationRules } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';

const kDirections = ['exit', 'entry'] as const;
const kUsualMinutes = 60;

const textOfProblem = (error: unknown) => textOf('problem', problemFrom(error).code);

/** Sends an act and looks at the board anew. */
function useOrder<T>(send: (input: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => client.invalidateQueries({ queryKey: ['board'] }) });
}

function OrderForm({ rules }: { rules: RelaxationRules }) {
  const t = useText();
  const [direction, setDirection] = useState<Relax['direction']>('exit');
  const order = useOrder(relaxChecks);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const body: Relax = {
      direction,
      checks: fields.getAll('check').map(String),
      minutes: Number(fields.get('minutes')),
      reason: String(fields.get('reason') ?? ''),
    };
    order.mutate(body, { onSuccess: () => form.reset() });
  };
  return (
    <form onSubmit={submit}>
      <Field name={t('relax.direction')}>
        <select value={direction} onChange={(event) => setDirection(event.target.value === 'entry' ? 'entry' : 'exit')}>
          {kDirections.map((word) => (
            <option key={word} value={word}>
              {t(`direction.${word}`)}
            </option>
          ))}
        </select>
      </Field>
      <fieldset className="choices">
        <legend className="field-name">{t('relax.checks')}</legend>
        {rules.checks
          .filter((line) => line.directions.includes(direction))
          .map((line) => (
            <label className="choice" key={line.check}>
              <input type="checkbox" name="check" value={line.check} />
              {textOf('check', line.check)}
            </label>
          ))}
      </fieldset>
      <Field name={t('relax.minutes', { max: String(rules.minutes_max) })}>
        <input name="minutes" type="number" min={1} max={rules.minutes_max} defaultValue={Math.min(kUsualMinutes, rules.minutes_max)} required />
      </Field>
      <Field name={t('relax.reason')}>
        <input name="reason" required maxLength={500} />
      </Field>
      {order.isError && (
        <p className="error-text" role="alert">
          {textOfProblem(order.error)}
        </p>
      )}
      <Button submit>{t('relax.order')}</Button>
    </form>
  );
}

function OrderItem({ order, leads, timeZone }: { order: Relaxation; leads: boolean; timeZone: string }) {
  const t = useText();
  const end = useOrder((reason: string) => endRelaxation(order.id, reason));
  const checks = order.checks.map((word) => textOf('check', word)).join(', ');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    end.mutate(String(new FormData(event.currentTarget).get('reason') ?? ''));
  };
  return (
    <li data-relaxation={order.id}>
      <p>{t('relax.line', { time: formatInstant(order.until, timeZone), direction: t(`direction.${order.direction}`), checks })}</p>
      <p className="quiet">
        <bdi>{t('relax.ordered', { officer: order.officer, reason: order.reason })}</bdi>
      </p>
      {leads && (
        <form className="text-form" onSubmit={submit}>
          <Field name={t('relax.end_reason')}>
            <input name="reason" required maxLength={500} />
          </Field>
          <Button submit>{t('relax.end')}</Button>
        </form>
      )}
      {end.isError && (
        <p className="error-text" role="alert">
          {textOfProblem(end.error)}
        </p>
      )}
    </li>
  );
}

/** Checks that are left out for a time: who ordered it, why, until when. */
export function RelaxationPanel({ orders, leads, timeZone }: { orders: Relaxation[]; leads: boolean; timeZone: string }) {
  const t = useText();
  const rules = useQuery({ queryKey: ['relaxation-rules'], queryFn: getRelaxationRules, staleTime: Infinity, enabled: leads });
  return (
    <Panel title={t('relax.title')}>
      {orders.length === 0 && <p>{t('relax.none')}</p>}
      <ul className="drills">
        {orders.map((order) => (
          <OrderItem key={order.id} order={order} leads={leads} timeZone={timeZone} />
        ))}
      </ul>
      {leads && rules.data && <OrderForm rules={rules.data} />}
    </Panel>
  );
}
