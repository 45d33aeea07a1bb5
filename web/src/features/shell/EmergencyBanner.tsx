import { useQuery } from '@tanstack/react-query';
import { getEmergencies } from '../../api/access';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Notice } from '../../ui/Notice';

/** An emergency role is loud: whoever is on shift sees who took it, until when and why. */
export function EmergencyBanner({ timeZone }: { timeZone: string }) {
  const t = useText();
  const emergencies = useQuery({ queryKey: ['access', 'emergencies'], queryFn: getEmergencies, refetchInterval: 60_000, retry: false });
  const running = (emergencies.data ?? []).filter((one) => one.state === 'running');
  return (
    <>
      {running.map((one) => (
        <Notice key={one.grant_id} state="review" role="status">
          {t('emergency.banner', {
            name: one.display_name,
            role: textOf('role', one.role),
            time: formatInstant(one.until, timeZone),
          })}{' '}
          <bdi>{one.reason}</bdi>
        </Notice>
      ))}
    </>
  );
}
