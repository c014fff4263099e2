### 多议题的成交方案：前沿、均衡方案、等值方案。

analyse-deals = 共 { $deals } 种成交方案，其中 { $feasible } 种双方都能接受
analyse-deals-about = 共 { $deals } 种成交方案，其中约 { $feasible } 种双方都能接受（太多，未逐一计数）
analyse-none = 没有一种方案能同时达到双方的底线。再找些议题，或换些选项。
analyse-nash = 双方收益之积最大（纳什解）
analyse-kalai-smorodinsky = 双方各得可得收益的同等比例（Kalai-Smorodinsky 解）
analyse-egalitarian = 较小一方的收益尽量大
analyse-max-sum = 双方之和最大
analyse-packages = 对你等值的几种方案
analyse-favours = （在“{ $issue }”上照顾对方）
analyse-frontier = 无法再同时改进的方案：{ $count } 种
analyse-thinned = 数量太多，只保留了其中一部分。
analyse-more = ……另有 { $count } 种
analyse-deal = 你 { $me }，对方 { $them }：{ $options }
analyse-between-options = ；
