/** Names of columns that describe persons, in words. Chinese ones match anywhere in a name, English ones as whole words. */
const personalChinese: readonly (readonly [RegExp, string])[] = [
  [/姓名|户主|报警人|当事人|受害人|被害人|嫌疑人|申请人|联系人|居民名|业主|租客|房东|法人代表/, 'the name of a person'],
  [/身份证|证件号|公民身份|护照|社保号|驾驶证/, 'an identity number'],
  [/手机|移动电话|个人电话|报警电话|微信|QQ号|邮箱/i, 'a way to reach a person'],
  [/民族|族别|籍贯/, 'ethnicity'],
  [/宗教|信仰/, 'religion'],
  [/指纹|人脸|虹膜|DNA|声纹|照片/i, 'biometrics'],
  [/出生日期|出生年月|生日/, 'a date of birth'],
  [/车牌|号牌|轨迹|行踪/, 'the movement of a person'],
]
const personalEnglish: readonly (readonly [readonly string[], string])[] = [
  [['first name', 'last name', 'full name', 'surname', 'given name', 'family name', 'person name', 'victim', 'suspect', 'offender',
    'complainant', 'caller', 'resident name', 'owner name', 'contact name', 'victim name', 'suspect name', 'caller name'], 'the name of a person'],
  [['id card', 'idcard', 'identity', 'identity number', 'identity card', 'id number', 'citizen id', 'national id', 'passport', 'ssn',
    'social security', 'driver license', 'drivers license', 'sfz', 'sfzh'], 'an identity number'],
  [['mobile', 'cellphone', 'cell phone', 'phone of caller', 'caller phone', 'personal phone', 'email', 'e mail', 'wechat', 'whatsapp'], 'a way to reach a person'],
  [['ethnic', 'ethnicity', 'ethnic group', 'race', 'nationality'], 'ethnicity'],
  [['religion', 'religious', 'faith'], 'religion'],
  [['fingerprint', 'face', 'iris', 'dna', 'biometric', 'biometrics', 'photo'], 'biometrics'],
  [['date of birth', 'birth date', 'birthdate', 'birthday', 'dob'], 'a date of birth'],
  [['license plate', 'licence plate', 'number plate', 'track', 'trajectory'], 'the movement of a person'],
]

/**
 * What a column seems to tell of a person, by its name; undefined where it doesn't.
 *
 * @param holdsNames  the layer has a name of its own (a place, a road), so that `name` alone isn't a person's
 * @param holdsPhone  the layer has the duty phone of an organisation
 */
export function personalColumn(header: string, holdsNames: boolean, holdsPhone: boolean): string | undefined {
  const chinese = personalChinese.find(([pattern]) => pattern.test(header))
  if (chinese) return chinese[1]
  const spaced = header.normalize('NFKC').replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const english = personalEnglish.find(([phrases]) => phrases.some(phrase => ` ${spaced} `.includes(` ${phrase} `)))
  if (english) return english[1]
  if (!holdsNames && /^(name|名字|名称)$/.test(spaced)) return 'the name of a person'
  if (!holdsPhone && /^((contact )?(phone|telephone|tel)( number| no)?|(联系)?电话(号码)?|联系方式)$/.test(spaced)) return 'a way to reach a person'
  return undefined
}

// Not within a longer number, and not the decimals of one.
const eighteen = /(?<![\d.])\d{17}[\dXx](?![\d.])/g
const wide = /[\uFF10-\uFF19\uFF38\uFF58]/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether a text holds a citizen identity number: 18 digits, the last of them the right check of GB 11643 (or X). */
export function findIdentityNumber(text: string): boolean {
  if (text.length < 18) return false
  const narrow = wide.test(text) ? text.normalize('NFKC') : text
  const found = narrow.match(eighteen)
  return found !== null && found.some(hasValidCheck)
}

function hasValidCheck(number: string): boolean {
  const sum = weights.reduce((total, weight, i) => total + weight * (number.charCodeAt(i) - 48), 0)
  return '10X98765432'[sum % 11] === number[17]!.toUpperCase()
}
