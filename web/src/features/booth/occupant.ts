// Brings somebody of a passage back in front of the officer: set aside here, or opened at another screen.
import { makeKey } from '../../api/client';
import { getInspection } from '../../api/inspections';
import { problemFrom } from '../../api/problem';
import { boothOf } from './booth-state';

export async function showOccupant(officerId: string, passageId: string, inspectionId: string): Promise<void> {
  const booth = boothOf(officerId, passageId);
  const { open, parked } = booth.get();
  if (open?.inspection?.id === inspectionId) return;
  const known = parked.find((one) => one.inspection?.id === inspectionId);
  if (known) {
    booth.send({ type: 'resumed', key: known.key });
    return;
  }
  try {
    const inspection = await getInspection(inspectionId);
    const { lane, direction, typed_by_hand: typedByHand } = inspection;
    const place = { lane, direction, passage_id: passageId };
    booth.send({ type: 'opened', traveller: { key: makeKey(), lines: [], typedByHand, place, inspection } });
  } catch (error) {
    booth.send({ type: 'news', news: { word: 'act_failed', problem: problemFrom(error) } });
  }
}
