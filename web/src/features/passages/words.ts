// The words of a passage, in the order in which they are offered.
import type { DifferenceReason, Occupant, OccupantRole, PassageKind, Relation } from '../../api/types';
import type { State } from '../../ui/StateIcon';

export const kKinds: readonly PassageKind[] = [
  'car', 'family', 'group', 'motorcycle', 'bus', 'truck', 'train', 'ship', 'aircraft_crew', 'pedestrian',
];
export const kRoles: readonly OccupantRole[] = ['traveller', 'driver', 'passenger', 'crew', 'pupil', 'escort'];
export const kRelations: readonly Relation[] = ['', 'parent', 'child', 'spouse', 'sibling', 'guardian', 'relative'];
export const kDifferences: readonly DifferenceReason[] = [
  'did_not_travel', 'left_before', 'joined_later', 'double_line', 'wrong_line', 'other',
];

const kWithVehicle: readonly PassageKind[] = ['car', 'motorcycle', 'bus', 'truck'];
export const hasVehicle = (kind: PassageKind) => kWithVehicle.includes(kind);

const kVerdictStates: Record<Occupant['verdict'], State> = { nothing_found: 'info', note: 'info', review: 'review', compare: 'hit' };
const kOutcomeStates: Record<NonNullable<Occupant['outcome']>, State> = {
  admit: 'clear', refer: 'review', hand_over: 'review', refuse: 'hit',
};

/** The state of a person's tile: what was found while open, what was decided afterwards. */
export const stateOf = (occupant: Occupant): State =>
  occupant.outcome ? kOutcomeStates[occupant.outcome] : kVerdictStates[occupant.verdict];

export const nameOf = (person: Pick<Occupant, 'primary_identifier' | 'secondary_identifier'>) =>
  [person.secondary_identifier, person.primary_identifier].filter(Boolean).join(' ');
