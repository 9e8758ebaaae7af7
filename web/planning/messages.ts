export const messages = {
  zh: {
    title: '部署方案', ask: '部署什么', tabs: '方案的各部分', plan: '方案', plans: '已存', circles: '快反圈', beats: '巡区', patrols: '巡逻',
    forbidden: '您的角色不做部署', forbiddenDetail: '部署由分析员和所领导使用。需要权限时请找本单位的系统管理员。',
  },
  en: {
    title: 'Deployment', ask: 'What is to be deployed', tabs: 'Parts of the plan', plan: 'Plan', plans: 'Kept', circles: 'Circles', beats: 'Beats', patrols: 'Patrols',
    forbidden: 'Your role does not plan deployment', forbiddenDetail: 'Plans are for analysts and chiefs. Ask your administrator for the role.',
  },
}
