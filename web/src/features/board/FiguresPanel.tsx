import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getDay } from '../../api/board';
import type { DayFigures, Figure } from '../../api/types';
import { findCountryName } from '../../lib/countries';
import { formatNumber, todayIn } from '../../lib/format';
import { findText, getLocale, textOf, useText } from '../../lib/i18n';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';

const kTables = ['directions', 'outcomes', 'lanes', 'refusal_grounds', 'nationalities', 'sexes', 'age_groups'] as const;
type Table = (typeof kTables)[number];

function wordOf(table: Table, word: string): string {
  if (word === 'unknown') return textOf('figures', 'unknown');
  switch (table) {
    case 'directions':
      return textOf('direction', word);
    case 'outcomes':
      return textOf('outcome', word);
    case 'refusal_grounds':
      return findText(`ground.${word}`) ?? word;
    case 'nationalities':
      return findCountryName(word, getLocale()) ?? word;
    case 'sexes':
      return textOf('sex', word);
    case 'lanes':
    case 'age_groups':
      return word;
  }
}

function FigureTable({ table, rows }: { table: Table; rows: Figure[] }) {
  const t = useText();
  if (rows.length === 0) return null;
  return (
    <table className="figures" data-figures={table}>
      <caption>{t(`figures.${table}`)}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.word}>
            <th scope="row">
              <bdi>{wordOf(table, row.word)}</bdi>
            </th>
            <td className="figure">{row.count === undefined ? t('figures.hidden') : formatNumber(row.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Tables({ day }: { day: DayFigures }) {
  const t = useText();
  return (
    <>
      <p data-figures="total">{t('figures.decided', { count: day.decided })}</p>
      {day.seconds_median !== undefined && day.seconds_p90 !== undefined && (
        <p>{t('figures.seconds', { median: formatNumber(day.seconds_median), p90: formatNumber(day.seconds_p90) })}</p>
      )}
      {day.entered_under_fallback > 0 && <p data-figures="paper">{t('figures.paper', { count: day.entered_under_fallback })}</p>}
      <div className="figure-tables">
        {kTables.map((table) => (
          <FigureTable key={table} table={table} rows={day[table]} />
        ))}
      </div>
      <details>
        <summary>{t('figures.definitions')}</summary>
        <p>{t('figures.definitions_text')}</p>
      </details>
    </>
  );
}

export function FiguresPanel({ timeZone }: { timeZone: string }) {
  const t = useText();
  const [on, setOn] = useState(todayIn(timeZone));
  const day = useQuery({ queryKey: ['day', on], queryFn: () => getDay(on), enabled: on !== '' });
  return (
    <Panel title={t('figures.title')}>
      <Field name={t('figures.day')}>
        <input type="date" value={on} onChange={(event) => setOn(event.target.value)} />
      </Field>
      {day.isError && <p className="error-text">{t('problem.no_answer')}</p>}
      {day.data && <Tables day={day.data} />}
    </Panel>
  );
}
