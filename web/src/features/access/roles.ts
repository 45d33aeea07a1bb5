import type { Role } from '../../api/types';

/** In the order in which they are shown: from the booth outwards. */
export const kRoles: Role[] = [
  'officer',
  'second_line',
  'shift_leader',
  'watchlist_owner',
  'procedure_owner',
  'data_officer',
  'analyst',
  'auditor',
  'administrator',
];
