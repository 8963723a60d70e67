const toldEvery = 500;

/** To be called for each of many things; `tell` hears now and then how many they were. */
export const counting = (tell: (done: number) => void): (() => void) => {
  let done = 0;
  return () => {
    done += 1;
    if (done % toldEvery === 0) tell(done);
  };
};
