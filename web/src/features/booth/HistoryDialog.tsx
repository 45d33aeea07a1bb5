import { useQuery } from '@tanstack/react-query';
import { getHistory } from '../../api/inspections';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Crossings } from './HistoryPanel';

/** All recorded crossings; opening it is itself recorded by the server. */
export function HistoryDialog({ travellerId, onClose }: { travellerId: string; onClose: () => void }) {
  const t = useText();
  const history = useQuery({ queryKey: ['history', travellerId], queryFn: () => getHistory(travellerId), gcTime: 0 });
  return (
    <Dialog title={t('history.title')} onClose={onClose}>
      {history.isPending && <p className="quiet">{t('state.pending')}</p>}
      {history.isError && <p className="error-text">{t('problem.other')}</p>}
      {history.data?.length === 0 && <p className="quiet">{t('history.none')}</p>}
      {history.data && history.data.length > 0 && <Crossings rows={history.data} />}
      <div className="dialog-acts">
        <Button onPress={onClose} autoFocus>
          {t('dialog.close')}
        </Button>
      </div>
    </Dialog>
  );
}
