import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getTraveller } from '../../api/travellers';
import type { LinkView, TravellerView } from '../../api/types';
import { formatBirth, formatDate } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Panel } from '../../ui/Panel';
import { Failure } from './Failure';
import { JudgeDialog } from './JudgeDialog';
import { Colour } from './Link';
import { PermitForm } from './PermitForm';
import { StayPanel } from './StayPanel';
import { nameOf } from './words';
import './travellers.css';

function Identity({ view }: { view: TravellerView }) {
  const t = useText();
  const { traveller } = view.traveller;
  return (
    <Panel title={t('traveller.identity')}>
      <dl className="facts">
        <dt>{textOf('identity', 'birth_date')}</dt>
        <dd>{traveller.birth_dates.map(formatBirth).join(' / ')}</dd>
        <dt>{textOf('identity', 'nationality')}</dt>
        <dd>
          <Code>{traveller.nationality}</Code>
        </dd>
        <dt>{t('traveller.documents')}</dt>
        <dd>
          <ul className="bare">
            {view.documents.map((document) => (
              <li key={`${document.issuer}${document.number}`}>
                <Code>{`${document.issuer} ${document.code} ${document.number}`}</Code>{' '}
                {document.expires_on && t('traveller.expires', { on: formatBirth(document.expires_on) })}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </Panel>
  );
}

function Links({ view, onOpen }: { view: TravellerView; onOpen: (id: string) => void }) {
  const t = useText();
  const [judged, setJudged] = useState<LinkView>();
  const id = view.traveller.traveller.traveller_id;
  return (
    <Panel title={t('traveller.links')}>
      {view.links.length === 0 && <p className="quiet">{t('traveller.no_links')}</p>}
      <ul className="bare links">
        {view.links.map((link) => (
          <li key={link.other.traveller_id}>
            <Colour colour={link.colour} />
            <span>
              <bdi>{nameOf(link.other)}</bdi> {link.other.birth_dates.map(formatBirth).join(' / ')}{' '}
              <Code>{link.other.nationality}</Code>
              {link.reason !== '' && (
                <span className="small quiet">
                  {' '}
                  <bdi>{link.reason}</bdi>
                </span>
              )}
            </span>
            <Button onPress={() => setJudged(link)}>{t('judge.open')}</Button>
            <Button kind="plain" onPress={() => onOpen(link.other.traveller_id)}>
              {t('traveller.open')}
            </Button>
          </li>
        ))}
      </ul>
      {judged && <JudgeDialog id={id} link={judged} onClose={() => setJudged(undefined)} />}
    </Panel>
  );
}

function Timeline({ view }: { view: TravellerView }) {
  const t = useText();
  return (
    <Panel title={t('traveller.history')}>
      {view.history.length === 0 ? (
        <p className="quiet">{t('traveller.no_history')}</p>
      ) : (
        <ol className="bare timeline">
          {view.history.map((crossing) => (
            <li key={crossing.crossing_id} data-direction={crossing.direction}>
              {formatDate(crossing.on)} · {textOf('direction', crossing.direction)} · {textOf('outcome', crossing.outcome)} ·{' '}
              <bdi>{crossing.post}</bdi>
            </li>
          ))}
        </ol>
      )}
      {view.deemed_exits.map((exit) => (
        <p key={exit.crossing_id}>{t('traveller.deemed_exit', { on: formatDate(exit.on), state: exit.neighbour })}</p>
      ))}
    </Panel>
  );
}

function Permits({ view }: { view: TravellerView }) {
  const t = useText();
  return (
    <Panel title={t('traveller.permits')}>
      {view.permits.length === 0 && <p className="quiet">{t('traveller.no_permits')}</p>}
      <ul className="bare">
        {view.permits.map(({ permit, ended_on }) => (
          <li key={permit.permit_id}>
            {textOf('permit_kind', permit.kind)} <Code>{permit.number}</Code> {formatDate(permit.valid_from)} –{' '}
            {formatDate(permit.valid_to)} {ended_on && t('permit.ended', { on: formatDate(ended_on) })}
          </li>
        ))}
      </ul>
      <PermitForm view={view} />
    </Panel>
  );
}

/** One person over all documents. Looking is recorded. */
export function TravellerPage({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  const t = useText();
  const page = useQuery({ queryKey: ['traveller', id], queryFn: () => getTraveller(id), gcTime: 0, staleTime: Infinity });
  const view = page.data;
  return (
    <main className="page">
      <h1>{view ? <bdi>{nameOf(view.traveller.traveller)}</bdi> : t('traveller.title')}</h1>
      {page.isPending && <p className="quiet">{t('state.pending')}</p>}
      {page.error && <Failure error={page.error} />}
      {view && (
        <>
          {view.same_person.length > 1 && <p>{t('traveller.same_person', { count: view.same_person.length })}</p>}
          <Identity view={view} />
          <Links view={view} onOpen={onOpen} />
          <StayPanel view={view} />
          <Timeline view={view} />
          <Permits view={view} />
        </>
      )}
    </main>
  );
}
