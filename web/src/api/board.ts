import { api, csrf, deadline, unwrap } from './client';
import type { Board, DayFigures, Drill, LaneView, LevelView, Relax, RelaxationRules, SetLane, SetLevel } from './types';

export const getBoard = (): Promise<Board> => unwrap(api.GET('/api/v1/board', { signal: deadline() }));

export const getLevel = (): Promise<LevelView> => unwrap(api.GET('/api/v1/level', { signal: deadline() }));

export const getDay = (on: string): Promise<DayFigures> =>
  unwrap(api.GET('/api/v1/reports/day', { params: { query: { on } }, signal: deadline() }));

export const setLane = (lane: string, body: SetLane): Promise<LaneView> =>
  unwrap(api.PUT('/api/v1/lanes/{lane}', { params: { path: { lane }, header: csrf() }, body, signal: deadline() }));

export const setLevel = (body: SetLevel): Promise<LevelView> =>
  unwrap(api.PUT('/api/v1/level', { params: { header: csrf() }, body, signal: deadline() }));

export const getRelaxationRules = (): Promise<RelaxationRules> => unwrap(api.GET('/api/v1/relaxation-rules', { signal: deadline() }));

export const relaxChecks = (body: Relax): Promise<LevelView> =>
  unwrap(api.POST('/api/v1/relaxations', { params: { header: csrf() }, body, signal: deadline() }));

export const endRelaxation = (id: string, reason: string): Promise<LevelView> =>
  unwrap(
    api.POST('/api/v1/relaxations/{id}/end', { params: { path: { id }, header: csrf() }, body: { reason }, signal: deadline() }),
  );

export const getDrills = (): Promise<Drill[]> => unwrap(api.GET('/api/v1/drills', { signal: deadline() })).then((page) => page.drills);

export const startDrill = (scenario: string): Promise<Drill> =>
  unwrap(api.POST('/api/v1/drills', { params: { header: csrf() }, body: { scenario, level: 'local_only' }, signal: deadline() }));

export const noteDrill = (id: string, act: 'findings' | 'end', text: string): Promise<Drill> =>
  unwrap(
    act === 'end'
      ? api.POST('/api/v1/drills/{id}/end', { params: { path: { id }, header: csrf() }, body: { text }, signal: deadline() })
      : api.POST('/api/v1/drills/{id}/findings', { params: { path: { id }, header: csrf() }, body: { text }, signal: deadline() }),
  );
