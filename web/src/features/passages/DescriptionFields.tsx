import type { DescribePassage, Passage, PassageKind } from '../../api/types';
import { useText } from '../../lib/i18n';
import { Field } from '../../ui/Field';
import { hasVehicle } from './words';

export interface Description {
  heads: string;
  plate: string;
  state: string;
  make: string;
  colour: string;
  trailer: string;
}

export const kNothing: Description = { heads: '', plate: '', state: '', make: '', colour: '', trailer: '' };

export function descriptionOf(passage: Passage): Description {
  const { vehicle } = passage;
  if (!vehicle) return { ...kNothing, heads: String(passage.head_count ?? '') };
  const { plate, state, make, colour, trailer_plate: trailer } = vehicle;
  return { heads: String(passage.head_count ?? ''), plate, state, make, colour, trailer };
}

/** What is sent: an empty field is not stated. */
export function bodyOf(kind: PassageKind, from: Description): DescribePassage {
  const heads = Number.parseInt(from.heads, 10);
  const body: DescribePassage = Number.isFinite(heads) ? { head_count: heads } : {};
  if (!hasVehicle(kind) || from.plate.trim() === '') return body;
  return {
    ...body,
    vehicle: {
      plate: from.plate.trim(),
      ...(from.state.trim() === '' ? {} : { state: from.state.trim().toUpperCase() }),
      ...(from.make.trim() === '' ? {} : { make: from.make.trim() }),
      ...(from.colour.trim() === '' ? {} : { colour: from.colour.trim() }),
      ...(from.trailer.trim() === '' ? {} : { trailer_plate: from.trailer.trim() }),
    },
  };
}

interface DescriptionFieldsProps {
  kind: PassageKind;
  value: Description;
  onChange: (value: Description) => void;
}

export function DescriptionFields({ kind, value, onChange }: DescriptionFieldsProps) {
  const t = useText();
  const text = (field: keyof Description, name: string, maxLength: number) => (
    <Field name={name}>
      <input type="text" value={value[field]} maxLength={maxLength} onChange={(event) => onChange({ ...value, [field]: event.target.value })} />
    </Field>
  );
  return (
    <>
      <Field name={t('passages.head_count')}>
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={9999}
          value={value.heads}
          onChange={(event) => onChange({ ...value, heads: event.target.value })}
        />
      </Field>
      {hasVehicle(kind) && (
        <>
          {text('plate', t('passages.plate'), 32)}
          {text('state', t('passages.registered_in'), 3)}
          {text('make', t('passages.make'), 60)}
          {text('colour', t('passages.colour'), 60)}
          {text('trailer', t('passages.trailer'), 32)}
        </>
      )}
    </>
  );
}
