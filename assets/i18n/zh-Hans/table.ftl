### 桌面上的内容：议题、报价、台账、谈到哪儿了、提醒。

topic-price = 价格
topic-unnamed = 未命名议题

unit-minute = { $number } 分钟
unit-hour = { $number } 小时
unit-day = { $number } 天
unit-week = { $number } 周
unit-month = { $number } 个月
unit-year = { $number } 年
unit-percent = { $number }%

unit-short-minute = 分钟
unit-short-hour = 小时
unit-short-day = 天
unit-short-week = 周
unit-short-month = 月
unit-short-year = 年
unit-short-percent = %
