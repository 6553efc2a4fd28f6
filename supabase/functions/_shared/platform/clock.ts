/** The only reader of the system clock; everything else takes the time as a parameter. */
export type Clock = () => Date;

/** The current time, millisecond resolution. */
export const systemClock: Clock = () => new Date();
