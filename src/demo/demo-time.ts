/** The demo's clock stands here: 11/12/2024 08:00 in Vietnam, the morning before the deadline's day. */
export const demoNow = '2024-12-11T01:00:00.000Z';
