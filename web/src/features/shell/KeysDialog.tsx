import { useText } from '../../lib/i18n';
import { kKeyboardMap } from '../../lib/keyboard-map';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <table>
        <tbody>
          {kKeyboardMap.map(({ action, keys }) => (
            <tr key={action}>
              <th scope="row">
                <kbd>{keys.replace('+', ' ')}</kbd>
              </th>
              <td>{t(`key.${action}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">{t('keys.reader')}</p>
      <div className="dialog-acts">
        <Button onPress={onClose} autoFocus>
          {t('dialog.close')}
        </Button>
      </div>
    </Dialog>
  );
}
