import { useQuery } from '@tanstack/react-query';
import { getUnread } from '../../api/guidance';
import { useText } from '../../lib/i18n';
import { Notice } from '../../ui/Notice';
import './badge.css';

const kEveryMs = 60_000;

const useUnread = () => useQuery({ queryKey: ['guidance', 'unread'], queryFn: getUnread, refetchInterval: kEveryMs });

/** How many directives wait to be read; nothing when none does. */
export function UnreadBadge() {
  const t = useText();
  const { data } = useUnread();
  if (!data || data.unread === 0) return null;
  return (
    <>
      {' '}
      <span className="unread-badge" data-overdue={data.overdue > 0}>
        {data.unread} <span className="hidden-text">{t('guidance.unread', { count: data.unread })}</span>
      </span>
    </>
  );
}

/** The same in words, where an officer takes a place. */
export function UnreadNotice() {
  const t = useText();
  const { data } = useUnread();
  if (!data || data.unread === 0) return null;
  return <Notice state={data.overdue > 0 ? 'review' : 'info'}>{t('guidance.unread', { count: data.unread })}</Notice>;
}
