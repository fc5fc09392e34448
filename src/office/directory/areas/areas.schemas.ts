import { z } from 'zod';
import { code } from '../../../platform/text/letters.ts';
import { Id, line, pageNumber } from '../../../platform/web/schema.ts';

/** As many as a board shows; a country has 696 former districts, a province at most 30. */
export const MOST_AREAS = 100;
/** Of one form or request; a list of agencies has a column for more. */
const MOST_AGENCIES = 5000;

const day = z.iso.date('Ghi ngày theo dạng NĂM-THÁNG-NGÀY, ví dụ 2025-07-01.');

export const AreaName = line(100);

export const AreaDraft = z.object({ name: AreaName }).meta({ id: 'AreaDraft' });
export type AreaDraft = z.infer<typeof AreaDraft>;

const typedCodes = (value: unknown) =>
  typeof value === 'string' ? value.split(/[\s,;]+/).filter(Boolean) : (value ?? []);

/** Agencies that lie in an area from a day on, or no longer. */
export const AreaMove = z
  .object({
    codes: z.preprocess(
      typedCodes,
      z
        .array(code(50))
        .min(1, 'Ghi mã của ít nhất một cơ quan.')
        .max(MOST_AGENCIES, `Nhiều quá ${MOST_AGENCIES} mã: dùng cột khu vực của tệp danh bạ.`),
    ),
    from: day,
    /** What lies under them comes along: a station with its commune. */
    withBelow: z.preprocess((value) => value === true || value === 'true', z.boolean()),
  })
  .meta({ id: 'AreaMove', description: 'withBelow: kéo theo các đơn vị trực thuộc' });
export type AreaMove = z.infer<typeof AreaMove>;

export const EndArea = z
  .object({ from: day })
  .meta({ id: 'EndArea', description: 'from: ngày đầu tiên khu vực không còn' });
export type EndArea = z.infer<typeof EndArea>;

/** Former districts to begin with. */
export const FromDistricts = z
  .object({
    districts: z.preprocess(
      (value) => (typeof value === 'string' ? [value] : (value ?? [])),
      z.array(Id).min(1, 'Chọn ít nhất một huyện.').max(MOST_AREAS, `Nhiều quá ${MOST_AREAS}.`),
    ),
    from: day,
  })
  .meta({ id: 'AreasFromDistricts' });
export type FromDistricts = z.infer<typeof FromDistricts>;

export const AreaFilter = z.object({
  page: pageNumber,
});
export type AreaFilter = z.infer<typeof AreaFilter>;

export const AreasView = z
  .array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      validTo: z.string().nullable().meta({ description: 'Ngày cuối cùng, khi đã kết thúc' }),
      agencies: z.int().meta({ description: 'Số cơ quan hôm nay' }),
    }),
  )
  .meta({ id: 'Areas' });

export const AreaView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    validTo: z.string().nullable().meta({ description: 'Ngày cuối cùng, khi đã kết thúc' }),
    total: z.int(),
    members: z.array(
      z.object({
        id: z.uuid(),
        code: z.string(),
        name: z.string(),
        validFrom: z.string(),
        validTo: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Area', description: 'Các cơ quan hôm nay, mỗi lần một trang' });
export type AreaView = z.infer<typeof AreaView>;

export const KeptArea = z.object({ id: z.uuid() }).meta({ id: 'KeptArea' });
