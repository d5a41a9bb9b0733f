const TURN = '(?:system|assistant|developer|admin(?:istrator)?)';

/** Marks of a conversation with a model, of hidden text and of addresses to follow, in any language. */
export const anyLanguage: RegExp[] = [
  // Turns and fences.
  /<\|?\s*(?:im_start|im_end|system|assistant|user|endoftext)\s*\|?>/,
  /\[\s*\/?\s*(?:inst|system|assistant)\b[^\]]{0,20}\]/,
  /<<\s*\/?\s*sys\s*>>/,
  /<\/?\s*(?:data|evidence|context|sentences?|document|reviews?|system|instructions?|prompt|request|found)\s*>/,
  /["']role["']\s*:\s*["'](?:system|assistant)/,
  /\{\s*["']sentences["']\s*:/,
  new RegExp(
    `(?:^|[\\n.!?。！？"'“\\[({<#*【-])\\s*${TURN}\\s*(?:prompt|message|note|override|instructions?|update)?[\\]】)]?\\s*[:>]`,
  ),
  /#{2,}\s*(?:instructions?|system|response|指令|系统|دستور)/,
  /\b(?:begin|end|start) (?:of )?(?:the )?(?:new )?(?:system|admin|hidden) (?:prompt|instructions?|message)/,
  // Hidden text.
  /<!--/,
  /display\s*:\s*none|font-size\s*:\s*0|visibility\s*:\s*hidden|<\w+[^>]*\bhidden\b/,
  /<(?:script|iframe|svg|object|embed|meta|img)\b|javascript:|\bon(?:error|load|click|mouseover|focus)\s*=/,
  /!\[[^\]]{0,80}\]\(|\]\(\s*(?:https?|javascript|data):/,
  // Addresses to follow.
  /(?:click|buy|order|cheaper|deals?\b|pay\b|follow|true price|点击|购买|下单|付款|便宜|关注|真实价格|کلیک|بخرید|سفارش دهید|بپردازید|قیمت واقعی|قیمت کمتر)[^\n]{0,60}(?:https?:\/\/|\bwww\.)/,
  /(?:https?:\/\/|\bwww\.)\S+[^\n]{0,30}(?:\bbuy\b|\border\b|购买|下单|بخرید|سفارش دهید)/,
  // Citations that are not ours.
  /(?:according to|source|evidence|verified|根据|来源|证据|منبع|بر پایه|مدرک)[^.\n]{0,20}\[\s*\d{1,2}\s*\]|\[\s*\d{1,2}\s*\][.。]?\s*(?:source|来源|منبع)/,
  /(?:evidence|citation|source|证据|مدرک|منبع)\s*#\s*\d/,
];
