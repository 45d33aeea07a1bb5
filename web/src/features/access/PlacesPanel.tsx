import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { announceWorkstation, closeWorkstation, getUnits, getWorkstations, recordUnit, type Workstation } from '../../api/access';
import type { Node } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { ReasonDialog } from './ReasonDialog';
import { Trouble } from './Trouble';
import { useAct } from './useAct';

const kKinds = ['headquarters_department', 'regional_centre', 'post', 'inspection_point', 'inland_control_station', 'lane', 'workstation'] as const;
type Kind = (typeof kKinds)[number];

export function UnitsPanel({ may }: { may: boolean }) {
  const t = useText();
  const units = useQuery({ queryKey: ['access', 'units'], queryFn: getUnits });
  const { problem, run } = useAct();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const unit = { path: text('path'), kind: text('kind') as Kind, name: text('name'), own: data.get('own') === 'on' };
    void run(() => recordUnit(unit)).then((done) => done && form.reset());
  };
  return (
    <Panel title={t('access.units')}>
      <ul className="plain-list">
        {(units.data ?? []).map((unit) => (
          <li key={unit.path}>
            <Code>{unit.path}</Code> <bdi>{unit.name}</bdi>
            <span className="small quiet">
              {` · ${textOf('unit_kind', unit.kind)}`}
              {unit.own && ` · ${t('access.here')}`}
              {unit.closed_at && ` · ${textOf('access_state', 'closed')}`}
            </span>
          </li>
        ))}
      </ul>
      {may && (
        <form className="row-form" onSubmit={submit}>
          <Field name={t('access.path')}>
            <input name="path" required pattern="[a-z0-9_\/]+" maxLength={200} dir="ltr" autoComplete="off" spellCheck={false} />
          </Field>
          <Field name={t('access.kind')}>
            <select name="kind" defaultValue="post">
              {kKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {textOf('unit_kind', kind)}
                </option>
              ))}
            </select>
          </Field>
          <Field name={t('access.unit_name')}>
            <input name="name" required maxLength={100} dir="auto" autoComplete="off" />
          </Field>
          <label>
            <input type="checkbox" name="own" /> {t('access.move_here')}
          </label>
          <Button submit>{t('access.record_unit')}</Button>
        </form>
      )}
      <Trouble problem={problem} />
    </Panel>
  );
}

export function WorkstationsPanel({ node }: { node: Node }) {
  const t = useText();
  const stations = useQuery({ queryKey: ['access', 'workstations'], queryFn: getWorkstations });
  const { problem, run } = useAct();
  const [code, setCode] = useState('');
  const [closing, close] = useState<Workstation>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const lane = String(data.get('lane') ?? '');
    const body = { name: String(data.get('name') ?? '').trim(), ...(lane ? { lane } : {}) };
    void run(async () => setCode((await announceWorkstation(body)).code)).then((done) => done && form.reset());
  };
  return (
    <Panel title={t('access.workstations')}>
      {stations.data?.length === 0 && <p className="quiet">{t('access.none')}</p>}
      <ul className="plain-list">
        {(stations.data ?? []).map((one) => (
          <li key={one.workstation_id}>
            <bdi>{one.name}</bdi>
            <span className="small quiet">
              {one.lane !== '' && ` · ${t('place.lane')} ${one.lane}`}
              {` · ${textOf('access_state', one.state)} `}
            </span>
            {one.state !== 'closed' && <Button onPress={() => close(one)}>{t('access.close')}</Button>}
          </li>
        ))}
      </ul>
      <form className="row-form" onSubmit={submit}>
        <Field name={t('access.unit_name')}>
          <input name="name" required maxLength={100} dir="auto" autoComplete="off" />
        </Field>
        <Field name={t('place.lane')}>
          <select name="lane">
            <option value="">{t('place.no_lane')}</option>
            {node.lanes.map((lane) => (
              <option key={lane} value={lane}>
                {lane}
              </option>
            ))}
          </select>
        </Field>
        <Button submit>{t('access.announce')}</Button>
      </form>
      {code !== '' && (
        <Notice state="info" role="status">
          {t('access.code_once')} <Code>{code}</Code>
        </Notice>
      )}
      <Trouble problem={problem} />
      {closing && (
        <ReasonDialog
          title={t('access.close')}
          onClose={() => close(undefined)}
          onGiven={(reason) => void run(() => closeWorkstation(closing.workstation_id, reason)).then(() => close(undefined))}
        />
      )}
    </Panel>
  );
}
