export function compileAll(): { languages: string[]; count: number };
