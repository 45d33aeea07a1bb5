import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { proposeHold } from '../../api/retention';
import type { FileDue } from '../../api/types';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Refusal } from './RetentionPage';

/** Asks that a person's data be kept; another officer must approve. */
export function HoldDialog({ file, onClose }: { file: FileDue; onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const job = useMutation({
    mutationFn: () => proposeHold(file.traveller_id, reason),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['retention'] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!job.isPending) job.mutate();
  };
  return (
    <Dialog title={t('hold.propose', { person: file.traveller_name })} onClose={onClose} mayClose={() => reason === ''}>
      <form className="hold-form" onSubmit={submit}>
        <Field name={t('hold.reason')} hint={t('hold.reason_hint')}>
          <textarea rows={3} maxLength={1000} required value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {job.error && <Refusal error={job.error} />}
        <div className="dialog-acts">
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button submit kind="primary">
            {t('hold.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
