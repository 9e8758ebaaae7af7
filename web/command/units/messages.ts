const zh = {
  title: '点名', close: '关闭', station: '范围', all: '本辖区全部在岗警力', minutes: '应答时限', within: '{n} 分钟内', call: '开始点名', none: '现在没有进行中的点名', noneDetail: '点名后，在岗警力的手机会收到提示；也可由本台代为登记电台应答。', by: '{actor} {at} 发起', due: '{time} 截止', over: '已到时限', answered: '{n} / {total} 已应答', silent: '未应答', answer: '登记应答', finish: '结束点名', here: '{time} 应答', nobody: '没有人被点到', forbidden: '点名由指挥调度员或所长发起',
}
const en: typeof zh = {
  title: 'Roll-call', close: 'Close', station: 'Who', all: 'Everybody on duty in your stations', minutes: 'Answer within', within: '{n} min', call: 'Call the roll', none: 'No roll-call is open', noneDetail: 'Phones of units on duty will ask for an answer; what is answered by radio can be recorded here.', by: 'called by {actor} {at}', due: 'until {time}', over: 'time is up', answered: '{n} of {total} answered', silent: 'Silent', answer: 'Record answer', finish: 'End roll-call', here: 'answered {time}', nobody: 'Nobody was called', forbidden: 'Dispatchers and chiefs call the roll',
}
export const messages = { zh, en }
