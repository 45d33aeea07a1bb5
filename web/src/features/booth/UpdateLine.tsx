import { useText } from '../../lib/i18n';
import { useStore } from '../../lib/store';
import { applyUpdate, updateStore } from '../../lib/update';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

/** A new version is offered between two travellers, never in one. */
export function UpdateLine() {
  const t = useText();
  const waiting = useStore(updateStore);
  if (!waiting) return null;
  return (
    <Notice state="info" role="status" acts={<Button onPress={() => applyUpdate(waiting)}>{t('update.load')}</Button>}>
      {t('update.ready')}
    </Notice>
  );
}
