// The words of the gallery. They are samples, so they stand here and not in the catalogue.
const english = {
  title: 'Controls',
  save: 'Save the report',
  undo: 'Undo',
  more: 'Show more',
  close: 'Close',
  item: 'Rotate a leaked secret within one working day of its discovery.',
  note: 'Level 3',
  detail: 'Shows the four answers beside each item.',
  name: 'Your name',
  hint: 'It stands on your reports.',
  value: 'Mina Park 박미나 🙂',
  search: 'Search the guides',
  all: 'All', open: 'Open', rated: 'Rated',
  strip: 'Level 4 looks done:',
  stripText: 'confirm levels 1 to 3, and it counts.',
  empty: 'Nothing to look back on yet',
  emptyText: 'What you answer is kept with its date.',
  chart: 'Level over time',
  chartText: 'It was 0 in May, and is 4 now.',
  day: 'Day', level: 'Level',
  saved: 'The report is saved.',
  failed: 'There is no room left on the disk.',
  failedText: 'Nothing was changed. Make room and try again.',
}

type Samples = typeof english

const korean: Samples = {
  title: '컨트롤',
  save: '보고서 저장',
  undo: '실행 취소',
  more: '더 보기',
  close: '닫기',
  item: '유출된 시크릿을 발견한 뒤 영업일 하루 안에 교체합니다.',
  note: '레벨 3',
  detail: '항목마다 네 가지 답을 보여 줍니다.',
  name: '이름',
  hint: '보고서에 표시됩니다.',
  value: 'Mina Park 박미나 🙂',
  search: '가이드 찾기',
  all: '전체', open: '남은 항목', rated: '평가한 항목',
  strip: '레벨 4가 끝난 것 같습니다.',
  stripText: '레벨 1~3을 확인하면 인정됩니다.',
  empty: '아직 돌아볼 기록이 없습니다',
  emptyText: '평가한 내용은 날짜와 함께 남습니다.',
  chart: '시간에 따른 레벨',
  chartText: '5월에는 0, 지금은 4입니다.',
  day: '날짜', level: '레벨',
  saved: '보고서를 저장했습니다.',
  failed: '디스크에 남은 공간이 없습니다.',
  failedText: '바뀐 것은 없습니다. 공간을 확보한 뒤 다시 시도하세요.',
}

/** The samples of a language, or 40 % longer than they are. */
export function samples(language: 'en' | 'ko', long: boolean): Samples {
  const words = language === 'ko' ? korean : english
  if (!long) return words
  const longer = (text: string) => text + ' ' + text.slice(0, Math.ceil(text.length * 0.4)).trim()
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, longer(text)])) as Samples
}
