import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getLists, getQuarantine } from '../../api/lists';
import type { List, Node, Session } from '../../api/types';
import { formatAgo, formatInstant, formatNumber } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { useNow } from '../../lib/useNow';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { ImportPanel } from './ImportPanel';
import './lists.css';

const kOldSeconds = 86_400;

function Age({ list, timeZone, now }: { list: List; timeZone: string; now: number }) {
  const t = useText();
  const seconds = Math.max(0, (now - Date.parse(list.imported_at)) / 1000);
  return (
    <>
      <span className={seconds > kOldSeconds ? 'old' : undefined}>{formatAgo(seconds)}</span>
      {seconds > kOldSeconds && <span className="hidden-text"> {t('lists.old')}</span>}
      <br />
      <span className="small quiet nowrap">{formatInstant(list.imported_at, timeZone)}</span>
    </>
  );
}

interface ListRowProps {
  list: List;
  timeZone: string;
  now: number;
  shown: boolean;
  onQuarantine: (() => void) | undefined;
}

function ListRow({ list, timeZone, now, shown, onQuarantine }: ListRowProps) {
  const t = useText();
  return (
    <tr data-source={list.source}>
      <th scope="row">
        {textOf('source', list.source)}
        <br />
        <Code>{list.source}</Code>
      </th>
      <td>
        <bdi>{list.version === '' ? t('lists.no_version') : list.version}</bdi>
        <br />
        <span className="small quiet">
          <Code>{list.digest.slice(0, 12)}</Code>
        </span>
      </td>
      {([list.alerts, list.added, list.changed, list.withdrawn] as const).map((figure, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the columns are fixed
        <td className="figure" key={at}>
          {formatNumber(figure)}
        </td>
      ))}
      <td className="figure">
        {list.quarantined === 0 || !onQuarantine ? (
          formatNumber(list.quarantined)
        ) : (
          <Button onPress={onQuarantine} expanded={shown}>
            {t('lists.look_at', { count: list.quarantined })}
          </Button>
        )}
      </td>
      <td>
        <Age list={list} timeZone={timeZone} now={now} />
      </td>
    </tr>
  );
}

/** Rows of a list that could not be taken, shown on demand: they may hold personal data, so the server records the look. */
function Quarantine({ source, onClose }: { source: string; onClose: () => void }) {
  const t = useText();
  const pages = useInfiniteQuery({
    queryKey: ['quarantine', source],
    queryFn: ({ pageParam }) => getQuarantine(source, pageParam),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_after,
    gcTime: 0,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel title={t('quarantine.title', { source: textOf('source', source) })} aside={<Button onPress={onClose}>{t('dialog.close')}</Button>}>
      {pages.isPending && <p className="quiet">{t('state.pending')}</p>}
      {pages.isError && <p className="error-text">{t('problem.other')}</p>}
      {rows.length > 0 && (
        <div className="scroller" role="group" aria-label={t('quarantine.rows')} tabIndex={0}>
          <table className="small">
            <thead>
              <tr>
                <th scope="col" className="figure">
                  {t('quarantine.line')}
                </th>
                <th scope="col">{t('quarantine.reason')}</th>
                <th scope="col">{t('quarantine.raw')}</th>
                <th scope="col">{t('quarantine.file')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.file}:${row.line}:${row.reason}`}>
                  <td className="figure">{formatNumber(row.line)}</td>
                  <td>{textOf('row', row.reason)}</td>
                  <td className="raw">
                    <bdi dir="ltr" translate="no">
                      {row.raw}
                    </bdi>
                  </td>
                  <td>
                    <bdi dir="ltr">{row.file}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages.hasNextPage && <Button onPress={() => void pages.fetchNextPage()}>{t('quarantine.more')}</Button>}
    </Panel>
  );
}

const kColumns = ['source', 'version', 'alerts', 'added', 'changed', 'withdrawn', 'quarantined', 'age'] as const;
const kFigures = new Set<string>(['alerts', 'added', 'changed', 'withdrawn', 'quarantined']);

interface ListsTableProps {
  lists: List[];
  timeZone: string;
  shown: string;
  show: ((source: string) => void) | undefined;
}

function ListsTable({ lists, timeZone, shown, show }: ListsTableProps) {
  const t = useText();
  const now = useNow();
  return (
    <div className="scroller" role="group" aria-label={t('lists.in_force')} tabIndex={0}>
      <table className="lists">
        <thead>
          <tr>
            {kColumns.map((column) => (
              <th scope="col" key={column} className={kFigures.has(column) ? 'figure' : undefined}>
                {t(`lists.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <ListRow
              key={list.source}
              list={list}
              timeZone={timeZone}
              now={now}
              shown={shown === list.source}
              onQuarantine={show && (() => show(shown === list.source ? '' : list.source))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ListsPage({ node, session }: { node: Node; session: Session }) {
  const t = useText();
  const [shown, show] = useState('');
  const lists = useQuery({ queryKey: ['lists'], queryFn: getLists });
  const mayImport = session.officer.roles.includes('watchlist_owner');
  return (
    <main className="page">
      <h1>{t('lists.title')}</h1>
      <Panel title={t('lists.in_force')}>
        {lists.isPending && <p className="quiet">{t('state.pending')}</p>}
        {lists.isError && (
          <Notice state="unavailable" role="alert">
            {t('problem.no_answer')}
          </Notice>
        )}
        {lists.data?.length === 0 && <p>{t('lists.none')}</p>}
        {lists.data && lists.data.length > 0 && (
          <ListsTable lists={lists.data} timeZone={node.time_zone} shown={shown} show={mayImport ? show : undefined} />
        )}
        <p className="small quiet">{t('lists.counts')}</p>
      </Panel>
      {shown !== '' && <Quarantine key={shown} source={shown} onClose={() => show('')} />}
      {mayImport && <ImportPanel known={lists.data ?? []} />}
    </main>
  );
}
