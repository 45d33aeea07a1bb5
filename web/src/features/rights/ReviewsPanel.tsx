import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { getFlaggedReads, reviewRead } from '../../api/rights';
import type { Read, ReadJudging } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Refusal } from './Refusal';

const kJudgements = ['justified', 'unjustified', 'needs_explanation'] as const;

function JudgeForm({ read }: { read: Read }) {
  const t = useText();
  const client = useQueryClient();
  const job = useMutation({
    mutationFn: (body: ReadJudging) => reviewRead(read.sequence, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['read-reviews'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { judgement: String(form.get('judgement')) as ReadJudging['judgement'], note: String(form.get('note')).trim() };
    if (!job.isPending) job.mutate(body);
  };
  return (
    <form className="rights-act" onSubmit={submit}>
      <Field name={t('review.judgement')}>
        <select name="judgement" defaultValue="needs_explanation">
          {kJudgements.map((word) => (
            <option key={word} value={word}>
              {t(`review.${word}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('review.note')}>
        <input name="note" required maxLength={2000} autoComplete="off" dir="auto" />
      </Field>
      <Button submit>{t('review.judge')}</Button>
      <Refusal error={job.error} />
    </form>
  );
}

function ReviewItem({ read, timeZone }: { read: Read; timeZone: string }) {
  const t = useText();
  const review = read.review;
  const judged = review && review.judgement !== 'needs_explanation';
  return (
    <li data-sequence={read.sequence}>
      <p>
        <b>
          <bdi>{read.officer_name || read.officer}</bdi>
        </b>{' '}
        · {textOf('read_what', read.what)} · <bdi>{read.traveller_name || read.subject}</bdi> · {formatInstant(read.at, timeZone)} ·{' '}
        <Code>{String(read.sequence)}</Code>
      </p>
      <p>
        {read.flags.map((flag) => (
          <span className="flag" key={flag}>
            {t(`read_flag.${flag}`)}
          </span>
        ))}
      </p>
      {review && (
        <p>
          {t(`review.${review.judgement}`)}: <bdi>{review.note}</bdi> (<bdi>{review.reviewed_by}</bdi>)
        </p>
      )}
      {review?.explanation && (
        <p>
          {t('review.explanation')}: <bdi>{review.explanation}</bdi>
        </p>
      )}
      {!judged && <JudgeForm read={read} />}
    </li>
  );
}

/** Unusual looks at personal data, judged by somebody other than the reader. */
export function ReviewsPanel({ timeZone }: { timeZone: string }) {
  const t = useText();
  const [reviewed, setReviewed] = useState(false);
  const [asked, ask] = useState(false);
  const pages = useInfiniteQuery({
    queryKey: ['read-reviews', reviewed],
    queryFn: ({ pageParam }) => getFlaggedReads(reviewed, pageParam),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_before,
    // Each look at the log is recorded: it is asked for, not fetched by the way.
    enabled: asked,
    refetchOnWindowFocus: false,
  });
  const reads = pages.data?.pages.flatMap((page) => page.reads) ?? [];
  return (
    <Panel title={t('review.title')}>
      <div className="rights-act">
        <Field name={t('rights.show')}>
          <select value={String(reviewed)} onChange={(event) => setReviewed(event.target.value === 'true')}>
            <option value="false">{t('review.open')}</option>
            <option value="true">{t('review.reviewed')}</option>
          </select>
        </Field>
        {!asked && <Button onPress={() => ask(true)}>{t('review.show')}</Button>}
      </div>
      {asked && pages.isPending && <p className="quiet">{t('state.pending')}</p>}
      <Refusal error={pages.error} />
      {pages.isSuccess && reads.length === 0 && <p role="status">{t('review.none')}</p>}
      <ul className="rights-list">
        {reads.map((read) => (
          <ReviewItem key={read.sequence} read={read} timeZone={timeZone} />
        ))}
      </ul>
      {pages.hasNextPage && <Button onPress={() => void pages.fetchNextPage()}>{t('audit.more')}</Button>}
    </Panel>
  );
}
