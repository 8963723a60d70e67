/**
 * A QR code as an address for `<img src>`: a small SVG that prints sharp at any size. Its library is
 * loaded by the first one: most servers run for days without.
 */
export const qrImage = async (text: string): Promise<string> => {
  const { default: qrcode } = await import('qrcode');
  const svg = await qrcode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
};
