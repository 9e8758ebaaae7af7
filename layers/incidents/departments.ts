/** Departments that the demonstration hands non-police incidents to, and the types that are usually theirs. */
export const departments: readonly { code: string, name: string, nameEn: string, typePrefixes: readonly string[] }[] = [
  { code: 'hotline', name: '12345 政务热线', nameEn: '12345 government hotline', typePrefixes: ['0504', '0505', '0603'] },
  { code: 'city-management', name: '城市管理行政执法局', nameEn: 'City management bureau', typePrefixes: ['0601', '0602', '030303'] },
  { code: 'construction', name: '住房和建设局', nameEn: 'Housing and construction bureau', typePrefixes: ['040203', '040302', '0503'] },
  { code: 'market', name: '市场监督管理局', nameEn: 'Market regulation bureau', typePrefixes: ['040301', '040303'] },
  { code: 'transport', name: '交通运输局', nameEn: 'Transport bureau', typePrefixes: ['030302'] },
  { code: 'labour', name: '人力资源和社会保障局', nameEn: 'Human resources and social security bureau', typePrefixes: ['0404'] },
]
