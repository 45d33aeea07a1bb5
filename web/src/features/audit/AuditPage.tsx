import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { getChain, searchReads, type ReadSearch } from '../../api/audit';
import { problemFrom } from '../../api/problem';
import type { ChainState, Node } from '../../api/types';
import { formatAgo, formatInstant, formatNumber } from '../../lib/format';
import { findText, textOf, useText } from '../../lib/i18n';
import { useNow } from '../../lib/useNow';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { ReadsTable } from './ReadsTable';
import './audit.css';

const kActs = ['inspection', 'history', 'quarantine', 'officers', 'read_log'];

function Chain({ chain, timeZone }: { chain: ChainState; timeZone: string }) {
  const t = useText();
  const now = useNow();
  const ago = formatAgo(Math.max(0, (now - Date.parse(chain.checked_at)) / 1000));
  const until = chain.head_at ? formatInstant(chain.head_at, timeZone) : '–';
  return (
    <Notice state={chain.unbroken ? 'clear' : 'hit'} role={chain.unbroken ? 'status' : 'alert'}>
      {chain.unbroken
        ? t('audit.unbroken', { until, entries: formatNumber(chain.entries), ago })
        : t('audit.broken', { until, fault: formatNumber(chain.fault ?? chain.entries + 1), ago })}{' '}
      <Code>{chain.head_hash.slice(0, 16)}</Code>
    </Notice>
  );
}

/** A day of the form, in the clock of the browser, as the instant the server wants. */
const instantOf = (text: string) => (text === '' ? '' : new Date(text).toISOString().replace('Z', '000Z'));

function SearchForm({ onSearch }: { onSearch: (search: ReadSearch) => void }) {
  const t = useText();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    onSearch({
      surname: text('surname'),
      document: text('document'),
      subject: text('subject'),
      officer: text('officer'),
      what: text('what'),
      from: instantOf(text('from')),
      until: instantOf(text('until')),
      unusual: form.get('unusual') !== null,
    });
  };
  const words = [
    ['surname', t('audit.surname'), t('audit.surname_hint')],
    ['document', t('audit.document'), undefined],
    ['subject', t('audit.record'), t('audit.record_hint')],
    ['officer', t('audit.officer'), t('audit.officer_hint')],
  ] as const;
  return (
    <form className="audit-search" onSubmit={submit}>
      {words.map(([name, label, hint]) => (
        <Field key={name} name={label} hint={hint}>
          <input name={name} autoComplete="off" spellCheck={false} maxLength={200} />
        </Field>
      ))}
      <Field name={t('audit.act')}>
        <select name="what" defaultValue="">
          <option value="">{t('audit.any_act')}</option>
          {kActs.map((one) => (
            <option key={one} value={one}>
              {textOf('read_what', one)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('audit.from')}>
        <input name="from" type="datetime-local" />
      </Field>
      <Field name={t('audit.until')}>
        <input name="until" type="datetime-local" />
      </Field>
      <label className="choice">
        <input name="unusual" type="checkbox" />
        {t('audit.unusual_only')}
      </label>
      <Button submit kind="primary">
        {t('audit.search')}
      </Button>
    </form>
  );
}

function Reads({ search, timeZone }: { search: ReadSearch; timeZone: string }) {
  const t = useText();
  const pages = useInfiniteQuery({
    queryKey: ['reads', search],
    queryFn: ({ pageParam }) => searchReads(search, pageParam),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_before,
    gcTime: 0,
    // Each look at the log is recorded: only the auditor asks for another.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const rows = pages.data?.pages.flatMap((page) => page.reads) ?? [];
  const problem = pages.error ? problemFrom(pages.error) : undefined;
  return (
    <Panel title={t('audit.reads')}>
      {pages.isPending && <p className="quiet">{t('state.pending')}</p>}
      {problem && (
        <Notice state="unavailable" role="alert">
          {findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code })}
        </Notice>
      )}
      {pages.isSuccess && rows.length === 0 && <p role="status">{t('audit.none')}</p>}
      {rows.length > 0 && <ReadsTable reads={rows} timeZone={timeZone} />}
      {pages.hasNextPage && <Button onPress={() => void pages.fetchNextPage()}>{t('audit.more')}</Button>}
    </Panel>
  );
}

/** Who read what about whom. It only shows: an auditor changes nothing, and each search is in the log itself. */
export function AuditPage({ node }: { node: Node }) {
  const t = useText();
  const [search, setSearch] = useState<ReadSearch>();
  const chain = useQuery({ queryKey: ['chain'], queryFn: getChain, refetchInterval: 60_000 });
  return (
    <main className="page">
      <h1>{t('audit.title')}</h1>
      {chain.data && <Chain chain={chain.data} timeZone={node.time_zone} />}
      {chain.isError && (
        <Notice state="unavailable" role="alert">
          {t('audit.no_chain')}
        </Notice>
      )}
      <Panel title={t('audit.find')}>
        <SearchForm onSearch={setSearch} />
        <p className="small quiet">{t('audit.recorded')}</p>
      </Panel>
      {search && <Reads search={search} timeZone={node.time_zone} />}
    </main>
  );
}
