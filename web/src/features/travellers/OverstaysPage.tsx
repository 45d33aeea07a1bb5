import { useInfiniteQuery } from '@tanstack/react-query';
import { getOverstays } from '../../api/travellers';
import { formatDate, formatNumber } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Failure } from './Failure';
import { nameOf } from './words';
import './travellers.css';

/** Who should have left and has no exit on record. Looking is recorded. */
export function OverstaysPage({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useText();
  const pages = useInfiniteQuery({
    queryKey: ['overstays'],
    queryFn: ({ pageParam }) => getOverstays(pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    gcTime: 0,
  });
  const rows = pages.data?.pages.flatMap((page) => page.overstays) ?? [];
  return (
    <main className="page">
      <h1>{t('top.overstays')}</h1>
      {pages.isPending && <p className="quiet">{t('state.pending')}</p>}
      {pages.error && <Failure error={pages.error} />}
      {pages.data && rows.length === 0 && <p role="status">{t('overstays.none')}</p>}
      {rows.length > 0 && (
        <div className="scroller" role="group" aria-label={t('top.overstays')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('traveller.title')}</th>
                <th scope="col">{t('overstays.entered')}</th>
                <th scope="col">{t('overstays.last_day')}</th>
                <th scope="col" className="figure">
                  {t('overstays.days')}
                </th>
                <th scope="col">{t('overstays.reason')}</th>
                <th scope="col">
                  <span className="hidden-text">{t('traveller.open')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.crossing_id}>
                  <th scope="row">
                    <bdi>{nameOf(row.traveller)}</bdi> <Code>{row.traveller.nationality}</Code>
                  </th>
                  <td>{formatDate(row.entered)}</td>
                  <td>{formatDate(row.last_day)}</td>
                  <td className="figure">{formatNumber(row.days_over)}</td>
                  <td>{textOf('overstay', row.reason)}</td>
                  <td>
                    <Button onPress={() => onOpen(row.traveller.traveller_id)}>{t('traveller.open')}</Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages.hasNextPage && <Button onPress={() => void pages.fetchNextPage()}>{t('overstays.more')}</Button>}
    </main>
  );
}
