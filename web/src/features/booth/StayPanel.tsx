import type { Stay } from '../../api/types';
import { formatDate } from '../../lib/format';
import { useText } from '../../lib/i18n';
import { Panel } from '../../ui/Panel';
import type { Traveller } from './booth-state';

/** The figure in words, and a bar beside it for the eye. Drawn in SVG: forced colours and a strict policy leave it be. */
function Meter({ stay }: { stay: Stay }) {
  const width = stay.limit > 0 ? Math.min(100, (100 * stay.used) / stay.limit) : 0;
  return (
    <svg className="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className="meter-all" width="100" height="8" />
      <rect className="meter-used" width={width} height="8" />
    </svg>
  );
}

function Count({ stay }: { stay: Stay }) {
  const t = useText();
  return (
    <div className="stay">
      <p className="days">{stay.overstayed > 0 ? t('stay.over', { days: stay.overstayed }) : t('stay.left', { days: stay.left })}</p>
      <div className="stay-detail">
        <Meter stay={stay} />
        <p className="small">{t('stay.used', { used: stay.used, limit: stay.limit, window: stay.window })}</p>
        {stay.last_day && stay.left > 0 && <p className="small">{t('stay.last_day', { date: formatDate(stay.last_day) })}</p>}
        {stay.open_since && <p className="small">{t('stay.open_since', { date: formatDate(stay.open_since) })}</p>}
      </div>
    </div>
  );
}

function NoCount({ traveller }: { traveller: Traveller }) {
  const t = useText();
  const { inspection, problem } = traveller;
  if (!inspection) return <p className="days quiet">{problem ? t('state.unavailable') : t('state.pending')}</p>;
  return <p className={inspection.own_national ? 'days' : 'days quiet'}>{inspection.own_national ? t('stay.own_national') : t('stay.none')}</p>;
}

export function StayPanel({ traveller }: { traveller: Traveller }) {
  const t = useText();
  const stay = traveller.inspection?.stay;
  const counted = stay && !traveller.inspection?.own_national;
  return (
    <Panel title={t('stay.title')} pane="stay">
      {counted ? <Count stay={stay} /> : <NoCount traveller={traveller} />}
    </Panel>
  );
}
