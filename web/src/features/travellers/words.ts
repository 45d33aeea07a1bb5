import type { LinkView } from '../../api/types';

/** As the document writes it: primary identifier first. */
export const nameOf = (traveller: LinkView['other']) =>
  [traveller.primary_identifier, traveller.secondary_identifier].filter((part) => part !== '').join(' ');
