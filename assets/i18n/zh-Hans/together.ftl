### 几个人并排看，以及两人组合的建议。

# 有应对建议的时刻。
moment-open = 开场
moment-argue = 讲道理
moment-objection = 应对异议
moment-concede = 让步
moment-close = 收尾
moment-follow-up = 跟进
moment-pressure = 压力下

## 一句能说出口的话

say-aloud = 就这么说，换上你的事实
say-copy = 复制：{ $text }
say-copied = 已复制：{ $text }
say-copy-tip = 复制这句话

## 我们是哪一对

pair-likeliest = 最可能是：你 { $me }，对方 { $them }（{ $percent }）
pair-close = 还难分高下：
pair-option = { $me } → { $them } { $percent }
pair-option-spoken = 按你 { $me }、对方 { $them } 给建议，可能性 { $percent }

## 几个人并排看的页面

together-empty = 还没有选人
together-empty-what = 在对手列表里选两位以上，再点“并排看”。两位就细比，人多就上团队图。
together-choose = 去选人
together-find-person = 查找对手
together-no-more-people = 认识的人都在这里了。
together-add = 加一位
together-with-me = 算上我
together-title = { $count } 个人放在一起看
together-title-two = { $one } 与 { $other }
together-table = 桌上所有人
together-remove = 把 { $name } 移出此页
together-open = 打开 { $name } 的页面
together-and = 、
together-and-more = { $names } 等，另有 { $count } 位
together-nobody = 无

## 两个人

together-relation-with-me = 与我：{ $relation }（{ $percent }）
together-relation-with-me-unknown = 与我：还不清楚
together-differences = 差别在哪儿
together-row-apart = { $letter }：{ $one } 和 { $other }，区间没有重叠
together-row-overlap = { $letter }：{ $one } 和 { $other }，区间有重叠
together-more = { $more } 比 { $less } 更偏 { $letter } { $name }。
together-no-difference = 四个象限的区间都有重叠，目前还不能说两人不一样。每人再添一条依据就更清楚。
together-sentence-space = {""}
together-relation = 两人合不合得来
together-relation-unknown = 其中一位了解得太少。先记下一句原话。
together-gains-same = 两人一点就通，说服一个，另一个多半跟着走。
together-gains-compatible = 互相帮衬，一个起头，另一个接上。
together-gains-contrasting = 两人合起来比谁都看得全，两关都过得了的方案就站得住。
together-gains-cross = 正好互补，一个漏掉的，另一个看得到。
together-risks-same = 容易互相较劲，或者抱成一团对付你。
together-risks-compatible = 以为彼此想的一样，其实不一样。谈定什么，当面说清楚。
together-risks-contrasting = 做派不同，容易顶起来。别让自己被拉到哪一边。
together-risks-cross = 容易各说各的。要紧的话说两遍，各用一方听得懂的话。
together-for-me = 你们俩合不合得来
together-how-to-respond = 逐步看如何应对
together-both = 怎么同时跟两人说
together-wants = { $name } 想从你这里得到什么
together-both-unknown = { $name } 还一无所知。讲方案之前，先问一个开放的问题。
together-both-level = { $name } 还看不出哪个象限领先。
together-both-safe = 摸清之前，按 A、D、B、C 的顺序四面都照顾到：先数字，再画面，再步骤，再人。留意各人什么时候抬头。
together-both-safe-say = 我先用一个数说结果，再用一页讲全貌，然后是步骤，最后是对谁有好处。哪儿想多听，随时打断我。

together-both-AA = 两人都要账和出处。桌上只放一张表，结论写在最上头，让他们各自去核；数对不上，就问差在哪一项，别问谁对。
together-both-say-AA = 两位看同一张表：结果在最上面，下面是算进去的各项。您二位各自最想改哪一项？
together-both-BB = 两人都要按部就班，都要看别处行不行得通。议程提前发，一条一条过；两位都谨慎，还得约好哪天定。
together-both-say-BB = 议程两位都有。咱们按顺序一条一条来，每条完了我都问一声：定了，还是再议？
together-both-CC = 两人都关心这事落到人身上会怎样。先说天天要用的人，让两位都讲讲，再点明还有哪一点没定，不然光顾着融洽，什么也没定下来。
together-both-say-CC = 条件先放一放：您二位的团队里，谁会最先感觉到变化？怎么做能帮上他们？
together-both-DD = 两人都爱点子，越聊越大。陪着聊十分钟，然后收住：第一步是什么，谁来做，哪天做。
together-both-say-DD = 这个方向我喜欢。要让它真做成：咱们先动哪一块，下周谁来开头？
together-both-AB = 两人都要有条有理：一个问是不是真的，一个问稳不稳。先给结果和出处，再给带日子的步骤；将来的图景点到为止。
together-both-say-AB = 先说结果和数据出处，再说步骤，每一步都有日子、有人。哪一步缺了，您随时叫停。
together-both-AC = 一个听数字，一个听人。每个数都连着一个感受得到的人，轮着跟两位说；讲给对方听的话，谁都坐不住两分钟以上。
together-both-say-AC = 这是省下来的数，这是因此能早点回家的人。您二位想先看账，还是先听听大伙儿怎么说？
together-both-AD = 两人都看大处，可一个爱想，一个爱验。一页画出全貌，再给撑得住它的两个数；请一位添一笔，请另一位挑个刺，都当是帮忙。
together-both-say-AD = 全貌就在这一页，靠的是这两个数。您想添点什么？您想验哪一个？
together-both-BC = 两人都护着眼前的东西：一个护规矩，一个护人。先讲什么不变、问过谁，再一步一步讲要变的；别提“大变革”。
together-both-say-BC = 先说什么不变，都问过哪些人；再说怎么变，一步一步来，每一步都有人可以找。
together-both-BD = 一个要走熟路，一个要闯新路。目标一句话说清，然后提个没风险的试点：范围小，有期限，退得回来。
together-both-say-BD = 目标是新的，走法是稳的：先在一处试，有期限，不行就退回来。您这边哪一点非保证不可？您那边最想看到什么成真？
together-both-CD = 两人都待人热心，也乐意尝新，可谁也不盯数字和步骤。讲清能做成什么、对谁好，再把谁都不会要的那张纸拿出来：多少钱、哪天、下一步。
together-both-say-CD = 您想想用上它的头一天：谁会先发现，能做成什么？为了让它成真，这是费用、日子和第一步。

## 很多人

together-map = 团队图
together-map-caption = 每人的位置和 80% 区间
together-map-caption-crowd = 指着谁，就显示谁的 80% 区间
together-map-legend = 实心：明确。实线圈：很可能。虚线圈：略偏、不分高下或未知。挤在一起时，细线指向真正的位置。
together-map-spoken = { $count } 人的团队图。A 领先 { $a } 人，B { $b } 人，C { $c } 人，D { $d } 人；{ $open } 人还不清楚。
together-profile = 整个团队
together-by-influence = 按各人分量加权
together-all-alike = 每人分量相同
together-level = 不分高下：{ $count } 人
together-me-dashed = 虚线是我
together-unknown = 还一无所知：{ $names }
together-absent = 没人以 { $letters } 为主，这一面要靠你自己替大家想到。
together-counted = { $word } { $count }
together-matrix = 谁跟谁合得来
together-cell = { $one } 与 { $other }：{ $relation }（{ $percent }）
together-cell-unknown = { $one } 与 { $other }：还不清楚
together-matrix-row = { $name }：好相处的有 { $easy }；最要留神的有 { $hard }
together-people = 人员
together-people-caption = 点一下打开此人
together-to-me = 与我 { $relation }

## 先争取谁，谁要听哪一面

influence-title = 对决定的分量
influence-of = { $name }：{ $word }
together-order = 先争取谁
together-order-caption = 以及谁要听哪一面
together-order-rule = 顺序看三样：对方的分量、你俩好不好相处、你对他了解多少。说的是从谁开始，不是谁最重要。
together-order-no-me = 你自己的画像还不清楚，好不好相处暂时不算。
together-ranked = { $place }. { $name }：{ $reason }
together-ease-same = 与你同象限，好谈
together-ease-compatible = 与你相容，还算好谈
together-ease-contrasting = 与你成对比，要留神
together-ease-cross = 与你跨象限，最要留神
together-sure-unknown = 还不了解，先摸清
together-sure-level = 还分不出高下
together-sure-clear = 明确是 { $letter }
together-sure-likely = 很可能是 { $letter }
together-sure-leaning = 也许是 { $letter }
together-ahead-influence = 排在 { $name } 前面：分量更重
together-ahead-ease = 排在 { $name } 前面：更好谈
together-ahead-certainty = 排在 { $name } 前面：更了解
together-level-with = 与 { $name } 不相上下
together-cover-not-walked = 没检查
together-cover-missing = 没讲到
together-cover-thin = 讲得少
together-cover-covered = 讲到了
together-need = { $letter } { $cover }
together-side = { $letter } { $name }：讲稿里 { $cover }，{ $names } 要听
together-win-first = 先争取 { $name }
together-see-all = 放在一起看
