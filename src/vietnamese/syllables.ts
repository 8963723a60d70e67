/**
 * The spelling of Vietnamese syllables: initial, rhyme, tone. The rules and rhymes that every
 * primer of chính tả teaches; rare rhymes are in, wrong ones are not.
 */
const rhymes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y yêm yên yêng yêt yêu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on
  ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
  uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu`.split(
    /\s+/,
  ),
);
/** After `qu` the glide is part of the initial. */
const rhymesAfterQu = new Set(
  `a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê ên êch ênh êt
  i ich inh it ô ôc ơ ơi ơn ơt y ych yên yêt ynh yt`.split(/\s+/),
);
const initials = /^(qu|ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|[bcdđghklmnprstvx])?(.+)$/;
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/g;
const before = /^[eêiy]/;

/** Is this one word, in small letters (NFC), spelt as Vietnamese syllables are? */
export const isSyllable = (word: string): boolean => {
  const apart = word.normalize('NFD');
  const tones = apart.match(toneMark) ?? [];
  if (tones.length > 1) return false;
  const bare = apart.replace(toneMark, '').normalize('NFC');
  const [, initial = '', rhyme = ''] = initials.exec(bare) ?? [];
  const place = [...word].findIndex((letter) => letter.normalize('NFD').search(toneMark) >= 0);
  const [tone = ''] = tones;
  if (fits(initial, rhyme, tone, place - initial.length)) return true;
  // gì, giếng, gìn: the i belongs to the rhyme.
  return initial === 'gi' && fits('g', `i${rhyme}`, tone, place - 1);
};

const fits = (initial: string, rhyme: string, tone: string, place: number): boolean => {
  if (!(initial === 'qu' ? rhymesAfterQu : rhymes).has(rhyme)) return false;
  const soft = before.test(rhyme);
  if (soft ? /^(c|ng)$/.test(initial) : /^(k|gh|ngh)$/.test(initial)) return false;
  if (initial === 'g' && /^[eêy]/.test(rhyme)) return false;
  if (rhyme === 'y' && /^(b|ch?|đ|gi?|kh|ng|nh|ph?|r|tr|x)$/.test(initial)) return false;
  // Stopped syllables are high or low, nothing between.
  if (/(c|ch|p|t)$/.test(rhyme) && tone !== '\u0301' && tone !== '\u0323') return false;
  if (tone === '') return true;
  return placesOf(rhyme).includes(place);
};

/** Where the tone of a rhyme may stand, counted in letters. */
const placesOf = (rhyme: string): readonly number[] => {
  const marked = Math.max(...[...'ăâêôơư'].map((letter) => rhyme.lastIndexOf(letter)));
  if (marked >= 0) return [marked];
  const sounds = rhyme.replace(/[bcdghklmnpt]+$/, '');
  if (/^(oa|oe|uy)$/.test(rhyme)) return [0, 1];
  if (sounds.length === 3) return [1];
  return sounds.length === 2 && sounds !== rhyme ? [1] : [0];
};
