import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A made-up page as a phone takes it: lying on its side, red above and white below once upright, with place and maker. */
export const aPhoto = async (width = 800, height = 600, orientation = 6): Promise<Uint8Array> => {
  // Orientation 6: the first column of the file is the top row of the picture.
  const red = { create: { width: width / 2, height, channels: 3 as const, background: '#ff0000' } };
  const base = sharp({ create: { width, height, channels: 3, background: '#ffffff' } });
  const exif = {
    IFD0: { Make: 'May anh thu', Artist: 'Nguoi chup thu' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 56/1 0/1' },
  };
  const bytes = await base
    .composite([{ input: await sharp(red).png().toBuffer(), left: 0, top: 0 }])
    .withMetadata({ orientation })
    .withExifMerge(exif)
    .jpeg({ quality: 90 })
    .toBuffer();
  return new Uint8Array(bytes);
};

/** A scanned page as a PNG. */
export const aPng = async (width = 300, height = 400): Promise<Uint8Array> => {
  const create = {
    width,
    height,
    channels: 4 as const,
    background: { r: 0, g: 0, b: 0, alpha: 0 },
  };
  return new Uint8Array(await sharp({ create }).png().toBuffer());
};

/** So many bytes that no packing makes smaller, as a JPEG. */
export const aHeavyPhoto = async (width: number, height: number): Promise<Uint8Array> => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const create = { width, height, channels: 3 as const, background: '#ffffff', noise };
  return new Uint8Array(await sharp({ create }).jpeg({ quality: 92 }).toBuffer());
};

const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';

/** A PDF of one empty page. `catalog` and `trailer` are put into these, `more` are further objects. */
export const aPdf = ({
  catalog = '',
  trailer = '',
  more = [],
}: {
  readonly catalog?: string;
  readonly trailer?: string;
  readonly more?: readonly string[];
} = {}): Uint8Array => {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    page,
    ...more,
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
};

/** Objects in a compressed stream, as PDFs since 1.5 have them. */
export const compressedObjects = (objects: string): string => {
  const packed = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1');
  return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
};
