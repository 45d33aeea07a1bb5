import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { makeKey } from '../../api/client';
import { judgeLink } from '../../api/travellers';
import type { LinkColour, LinkView } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Failure } from './Failure';
import { nameOf } from './words';

const kChoices: readonly LinkColour[] = ['white', 'green', 'red'];

interface JudgeDialogProps {
  id: string;
  link: LinkView;
  onClose: () => void;
}

/** An officer compared both and says what they are, with a reason. */
export function JudgeDialog({ id, link, onClose }: JudgeDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [colour, setColour] = useState<LinkColour>('white');
  const [reason, setReason] = useState('');
  const [key] = useState(makeKey);
  const job = useMutation({
    mutationFn: () => judgeLink(id, { other_id: link.other.traveller_id, colour, reason: reason.trim() }, key),
    onSuccess: async (view) => {
      client.setQueryData(['traveller', id], view);
      await client.invalidateQueries({ queryKey: ['links'] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!job.isPending) job.mutate();
  };
  return (
    <Dialog title={t('judge.title', { name: nameOf(link.other) })} onClose={onClose} mayClose={() => reason === ''}>
      <form className="stacked" onSubmit={submit}>
        <table className="likeness">
          <tbody>
            {(['name', 'birth_date', 'sex', 'nationality', 'birth_place'] as const).map((part) => (
              <tr key={part}>
                <th scope="row">{textOf('identity', part)}</th>
                <td>{textOf('likeness', link.likeness[part])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <fieldset>
          <legend>{t('judge.colour')}</legend>
          {kChoices.map((choice) => (
            <label key={choice} className="choice">
              <input type="radio" name="colour" value={choice} checked={colour === choice} onChange={() => setColour(choice)} />
              {textOf('link', choice)}
            </label>
          ))}
        </fieldset>
        <Field name={t('judge.reason')}>
          <textarea rows={3} required value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {job.error && <Failure error={job.error} />}
        <p className="acts">
          <Button submit kind="primary">
            {t('judge.submit')}
          </Button>
          <Button onPress={onClose}>{t('dialog.close')}</Button>
        </p>
      </form>
    </Dialog>
  );
}
