import { useQuery } from '@tanstack/react-query';
import { getRefusalForm } from '../../api/cases';
import type { Bilingual, PrintedForm } from '../../api/types';
import { useText } from '../../lib/i18n';
import { usePreferences } from '../../lib/preferences';
import { Button } from '../../ui/Button';
import './cases.css';

const side = (rtl: boolean) => (rtl ? 'rtl' : 'ltr');

/** The officer's language at the start, the traveller's at the end. */
function Pair({ form, texts }: { form: PrintedForm; texts: Bilingual }) {
  return (
    <div className="pair">
      <p lang={form.language} dir={side(form.rtl)}>
        {texts.text}
      </p>
      {texts.other !== '' && (
        <p lang={form.other_language} dir={side(form.other_rtl)}>
          {texts.other}
        </p>
      )}
    </div>
  );
}

function Rows({ form, rows }: { form: PrintedForm; rows: PrintedForm['rows'] }) {
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label.text}>
            <th scope="row" lang={form.language} dir={side(form.rtl)}>
              {row.label.text}
            </th>
            <td>
              <bdi>{row.value}</bdi>
            </td>
            {row.label.other !== '' && (
              <td lang={form.other_language} dir={side(form.other_rtl)}>
                {row.label.other}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The form for the browser's own printer: the fallback when the PDF cannot be used. */
export function FormPage({ id, refusal, language }: { id: string; refusal: string; language: string }) {
  const t = useText();
  const own = usePreferences().language;
  const found = useQuery({ queryKey: ['form', id, refusal, language, own], queryFn: () => getRefusalForm(id, refusal, language, own), gcTime: 0 });
  const form = found.data;
  return (
    <main className="page">
      <h1 className="no-print">{t('case.print_view')}</h1>
      {found.isPending && <p className="quiet">{t('state.pending')}</p>}
      {found.isError && <p className="error-text">{t('problem.other')}</p>}
      {form && (
        <>
          <div className="no-print">
            <Button kind="primary" onPress={() => globalThis.print()}>
              {t('case.print')}
            </Button>
          </div>
          <article className="paper" dir="ltr">
            <header>
              <Pair form={form} texts={form.title} />
              <p className="code">{form.number}</p>
              {form.annulled && <Pair form={form} texts={form.annulled} />}
              <Pair form={form} texts={form.law} />
            </header>
            <Rows form={form} rows={form.rows} />
            <Pair form={form} texts={form.informed} />
            {form.grounds.map((ground) => (
              <div className="ground" key={ground.letter} data-chosen={ground.chosen}>
                <span>
                  {ground.chosen ? '☒' : '☐'} ({ground.letter})
                </span>
                <Pair form={form} texts={ground.text} />
              </div>
            ))}
            <Rows form={form} rows={[form.facts]} />
            <Pair form={form} texts={form.appeal} />
            <Pair form={form} texts={form.copy} />
            <Rows form={form} rows={form.signatures} />
          </article>
        </>
      )}
    </main>
  );
}
