import { useQuery } from '@tanstack/react-query';
import { getBoard } from '../../api/board';
import type { Node, OpenInspectionView, Session } from '../../api/types';
import { formatAgo, formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { useNow } from '../../lib/useNow';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { DrillsPanel } from './DrillsPanel';
import { FiguresPanel } from './FiguresPanel';
import { LanesPanel } from './LanesPanel';
import { LevelPanel } from './LevelPanel';
import { RelaxationPanel } from './RelaxationPanel';
import './board.css';

const kEveryMs = 5000;

function OpenRow({ row, now }: { row: OpenInspectionView; now: number }) {
  const t = useText();
  const seconds = Math.max(0, (now - Date.parse(row.opened_at)) / 1000);
  return (
    <tr>
      <th scope="row">{formatAgo(seconds)}</th>
      <td>
        <bdi>{row.lane === '' ? '–' : row.lane}</bdi>
      </td>
      <td>{t(`direction.${row.direction}`)}</td>
      <td>{textOf('board_verdict', row.verdict)}</td>
      <td>
        <bdi>{row.officer}</bdi>
      </td>
    </tr>
  );
}

function OpenPanel({ rows }: { rows: OpenInspectionView[] }) {
  const t = useText();
  const now = useNow();
  return (
    <Panel title={t('board.open')}>
      {rows.length === 0 && <p>{t('board.none_open')}</p>}
      {rows.length > 0 && (
        <div className="scroller" role="group" aria-label={t('board.open')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('board.since')}</th>
                <th scope="col">{t('place.lane')}</th>
                <th scope="col">{t('board.direction')}</th>
                <th scope="col">{t('board.found')}</th>
                <th scope="col">{t('board.holder')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <OpenRow key={row.inspection_id} row={row} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

/** What the shift leader watches: lanes, who still waits for a decision, the sources, drills and the day so far. */
export function BoardPage({ node, session }: { node: Node; session: Session }) {
  const t = useText();
  const board = useQuery({ queryKey: ['board'], queryFn: getBoard, refetchInterval: kEveryMs });
  const leads = session.officer.roles.includes('shift_leader');
  return (
    <main className="page board">
      <h1>{t('board.title')}</h1>
      {board.isPending && <p className="quiet">{t('state.pending')}</p>}
      {board.isError && (
        <Notice state="unavailable" role="alert">
          {t('problem.no_answer')}
        </Notice>
      )}
      {board.data && (
        <>
          <p className="small quiet">{t('board.as_of', { time: formatInstant(board.data.made_at, node.time_zone) })}</p>
          <LanesPanel lanes={board.data.lanes} leads={leads} />
          <OpenPanel rows={board.data.open} />
          <LevelPanel level={board.data.level} leads={leads} />
          <RelaxationPanel orders={board.data.level.relaxations} leads={leads} timeZone={node.time_zone} />
        </>
      )}
      <DrillsPanel timeZone={node.time_zone} leads={leads} />
      {leads && <FiguresPanel timeZone={node.time_zone} />}
    </main>
  );
}
