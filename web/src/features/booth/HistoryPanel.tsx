import type { Crossing } from '../../api/types';
import { formatDate } from '../../lib/format';
import { useText } from '../../lib/i18n';
import { keysOf } from '../../lib/keyboard-map';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import type { Traveller } from './booth-state';

const kShown = 8;

export function Crossings({ rows }: { rows: readonly (Crossing & { paper?: boolean })[] }) {
  const t = useText();
  return (
    <table className="history small">
      <thead>
        <tr>
          <th scope="col">{t('history.date')}</th>
          <th scope="col">{t('history.direction')}</th>
          <th scope="col">{t('history.post')}</th>
          <th scope="col">{t('history.result')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.crossing_id}>
            <td className="nowrap">{formatDate(row.on)}</td>
            <td>{t(`direction.${row.direction}`)}</td>
            <td>
              <bdi>{row.post}</bdi>
            </td>
            <td>
              {t(`outcome.${row.outcome}`)}
              {row.paper && ` · ${t('history.paper')}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function HistoryPanel({ traveller, onAll }: { traveller: Traveller; onAll: () => void }) {
  const t = useText();
  const history = traveller.inspection?.history;
  const aside = history && history.length > kShown && (
    <Button kind="plain" onPress={onAll} keys={keysOf('history')}>
      {t('history.all')}
    </Button>
  );
  return (
    <Panel title={t('history.title')} aside={aside} className="history-panel" pane="history">
      {!history && <p className="quiet">{traveller.problem ? t('state.unavailable') : t('state.pending')}</p>}
      {history?.length === 0 && <p className="quiet">{t('history.none')}</p>}
      {history && history.length > 0 && <Crossings rows={history.slice(0, kShown)} />}
    </Panel>
  );
}
