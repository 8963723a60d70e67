import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Place } from './db/open.ts';
import { mailFromOf, smtpServerOf } from './mail/smtp-server.ts';

/** A number of proxies, or their addresses: `1`, `loopback`, `10.0.0.0/8, 127.0.0.1`. */
const isTrustable = (value: string): boolean =>
  /^\d+$/.test(value) ||
  value.split(',').every((part) => {
    const [address = '', bits = '0', ...more] = part.trim().split('/');
    const isNumbers = isIP(address) > 0 && /^\d{1,3}$/.test(bits) && more.length === 0;
    return isNumbers || ['loopback', 'linklocal', 'uniquelocal'].includes(part.trim());
  });

/** The environment as people set it; every variable has a line in README.md. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/)
    .optional(),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  TRUST_PROXY: z.string().refine(isTrustable).optional(),
  SMTP_URL: z
    .string()
    .refine((value) => smtpServerOf(value) !== undefined)
    .optional(),
  MAIL_FROM: z
    .string()
    .refine((value) => mailFromOf(value) !== undefined)
    .optional(),
  MAIL_PER_MINUTE: z.coerce.number().int().min(1).max(6000).default(30),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** How mails leave. */
export interface MailConfig {
  /** `smtp://…` or `smtps://…`, see `mail/smtp-server.ts`; it may hold a password. */
  readonly smtpUrl: string;
  /** An address, or `Name <address>`. */
  readonly from: string;
  readonly perMinute: number;
}

/** What the product runs with: the environment, given meaning. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly database: Place;
  /** Where people reach the product, without a slash at the end; `undefined`: as the request says. */
  readonly baseUrl: string | undefined;
  readonly sessionSecret: string;
  /** Express's `trust proxy`: a number of proxies, or their addresses. */
  readonly trustProxy: number | string | false;
  /** `null`: mails are written and wait. */
  readonly mail: MailConfig | null;
  readonly logLevel: string;
}

/** A setting that can't be used. The message names the variable and what it must be. */
export class WrongSetting extends Error {}

const expected: Record<string, string> = {
  PORT: 'một số từ 0 đến 65535',
  HOST: 'địa chỉ máy, ví dụ 127.0.0.1 hoặc 0.0.0.0',
  DATA_DIR: 'đường dẫn một thư mục',
  DATABASE_URL: 'địa chỉ dạng postgres://…',
  BASE_URL: 'địa chỉ web dạng https://…',
  SESSION_SECRET: 'một chuỗi ít nhất 32 ký tự',
  TRUST_PROXY: 'số máy chủ trung gian (1, 2 …) hoặc địa chỉ của chúng',
  SMTP_URL:
    'địa chỉ máy chủ thư dạng smtp://tài-khoản:mật-khẩu@máy-chủ:587 hoặc smtps://…, có thể thêm ?tls=optional hoặc ?tls=none sau smtp://; ký tự đặc biệt trong mật khẩu viết dạng %XX',
  MAIL_FROM: 'địa chỉ người gửi: a@b.vn hoặc Tên <a@b.vn>',
  MAIL_PER_MINUTE: 'một số từ 1 đến 6000',
  LOG_LEVEL: 'fatal, error, warn, info, debug hoặc silent',
};

/** Reads the configuration. Throws `WrongSetting` for the first variable that can't be used. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]);
    throw new WrongSetting(`Biến môi trường ${name} không dùng được: cần ${expected[name]}.`);
  }
  const { data } = read;
  const dataDir = resolve(data.DATA_DIR);
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir,
    database: data.DATABASE_URL
      ? { url: data.DATABASE_URL }
      : { file: join(dataDir, 'phuluc.sqlite') },
    baseUrl: data.BASE_URL?.replace(/\/+$/, ''),
    sessionSecret: data.SESSION_SECRET ?? keptSecret(dataDir),
    trustProxy: trustedProxies(data.TRUST_PROXY),
    mail: mailOf(data),
    logLevel: data.LOG_LEVEL,
  };
};

/** Links in mails need an address that holds outside this machine, so it has no default here. */
const mailOf = (data: z.infer<typeof environment>): MailConfig | null => {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, MAIL_PER_MINUTE: perMinute, BASE_URL } = data;
  if (smtpUrl === undefined) return null;
  if (from === undefined) throw missing('MAIL_FROM');
  if (BASE_URL === undefined) throw missing('BASE_URL');
  return { smtpUrl, from, perMinute };
};

const missing = (name: string): WrongSetting =>
  new WrongSetting(
    `Đã đặt SMTP_URL thì phải đặt cả biến môi trường ${name}: cần ${expected[name]}.`,
  );

const trustedProxies = (value: string | undefined): number | string | false => {
  if (value === undefined) return false;
  return /^\d+$/.test(value) ? Number(value) : value;
};

/** The secret in the data folder, made at the first start. Two first starts at once agree on one. */
const keptSecret = (dataDir: string): string => {
  const file = join(dataDir, 'session-secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure && failure.code === 'EEXIST'))
      throw failure;
  }
  return readFileSync(file, 'utf8').trim();
};
