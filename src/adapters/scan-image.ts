import sharp, { type Sharp } from 'sharp';
import { Problem } from '../kit/problem.ts';

// Of all that the library opens, two kinds; one image at a time, nothing kept.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
sharp.concurrency(1);
sharp.cache(false);

/** The longest side that is kept, in pixels: A4 at 300 dpi has 3,508. */
const longestSide = 4000;
const previewSide = 300;
const previewBytes = 40_000;

/**
 * Millions of pixels that are opened. A JPEG is made smaller while it is read; a PNG is opened whole, and
 * a JPEG that comes in passes is kept whole until the last of them: 70 million of those take 600 MB.
 */
const mostMegapixels = { jpeg: 70, png: 50, inPasses: 30 } as const;

const seconds = 9;

/** An upright picture without what the camera wrote beside it. */
export interface UprightImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly preview: Uint8Array<ArrayBuffer>;
}

/** Makes a photo or a scanned page into an upright JPEG and a preview. Refuses with `scan-…`. */
export const uprightImage = async (
  bytes: Uint8Array,
  kind: 'jpeg' | 'png',
): Promise<UprightImage> => {
  const { width, height, isProgressive } = await headOf(bytes);
  const most = mostMegapixels[isProgressive && kind === 'jpeg' ? 'inPasses' : kind];
  const input = {
    failOn: 'error',
    limitInputPixels: most * 1_000_000,
    sequentialRead: true,
  } as const;
  if (width * height > input.limitInputPixels)
    throw new Problem('scan-too-many-pixels', 'file', { most });
  const pipeline = sharp(bytes, input)
    .timeout({ seconds })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 85 });
  const upright = await made(pipeline);
  return { bytes: upright, preview: await previewOf(upright) };
};

const headOf = async (bytes: Uint8Array) => {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    throw new Problem('scan-broken');
  }
};

const previewOf = async (upright: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const small = sharp(upright).resize({
    width: previewSide,
    height: previewSide,
    fit: 'inside',
    withoutEnlargement: true,
  });
  const first = await made(small.clone().jpeg({ quality: 70 }));
  return first.length <= previewBytes ? first : made(small.clone().jpeg({ quality: 30 }));
};

/** Bytes of its own memory, so that they can change threads. */
const made = async (pipeline: Sharp): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(await pipeline.toBuffer());
  } catch (failure) {
    const late = failure instanceof Error && failure.message.includes('timeout');
    throw new Problem(late ? 'scan-too-heavy' : 'scan-broken');
  }
};
