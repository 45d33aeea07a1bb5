// Short names for the shapes of the contract (api/openapi.yaml).
import type { components } from './schema';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type Role = Schemas['Role'];
export type Node = Schemas['Node'];
export type Inspection = Schemas['Inspection'];
export type Check = Schemas['Check'];
export type CheckName = Check['name'];
export type CheckState = Check['state'];
export type Hit = Schemas['Hit'];
export type FieldEvidence = Schemas['FieldEvidence'];
export type Term = Schemas['Term'];
export type Stay = Schemas['Stay'];
export type Crossing = Schemas['Crossing'];
export type Assessment = Schemas['Assessment'];
export type Decide = Schemas['Decide'];
export type Outcome = Decide['outcome'];
export type Direction = Schemas['Direction'];
export type OpenInspection = Schemas['OpenInspection'];
export type CompareHit = Schemas['CompareHit'];
export type List = Schemas['List'];
export type ImportReport = Schemas['ImportReport'];
export type QuarantinePage = Schemas['QuarantinePage'];
export type QuarantinedRow = Schemas['QuarantinedRow'];
export type RefusalGrounds = Schemas['RefusalGrounds'];
export type Enrolment = Schemas['Enrolment'];
export type SignIn = Schemas['SignIn'];
export type LiveEvent = Schemas['Event'];
export type Read = Schemas['Read'];
export type ReadFlag = Schemas['ReadFlag'];
export type ReadPage = Schemas['ReadPage'];
export type ChainState = Schemas['ChainState'];
export type EntryProof = Schemas['EntryProof'];
