package shelfwise.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shelfwise.data.Role;

/** What a column's name says of its role, in English and Chinese. */
public final class NameRoles {
    /** A role, and how near the name is to it: 0 for the best. */
    public record Guess(Role role, int rank) { }

    /** Names without blanks, marks and case; the surest first. */
    private static final Map<Role, List<String>> NAMES = Map.ofEntries(
            Map.entry(Role.USER, words("userid user uid customeruniqueid customerid customer customerno custid clientid client memberid member buyerid"
                    + " buyer visitorid visitor householdid householdkey household reviewerid accountid 用户id 用户编号 用户 客户id 客户编号 客户 会员id 会员编号"
                    + " 会员号 会员 买家id 买家 顾客id 顾客编号 顾客 用户名")),
            Map.entry(Role.ITEM, words("itemid item iid productid product productcode stockcode itemcode lookupcode skuid sku articleid article asin"
                    + " parentasin goodsid goods goodsno movieid movie bookid isbn videoid trackid songid newsid docid upc 商品id 商品编号 商品编码 商品 产品id"
                    + " 产品编号 产品 物品id 物品编号 物品 货号 电影id 电影 图书id")),
            Map.entry(Role.TIMESTAMP, words("timestamp eventtime eventdate invoicedate orderdate ordertime orderpurchasetimestamp purchasedate"
                    + " transactiontimestamp transactiondate datetime time date ts createdat created createtime unixreviewtime reviewtime unixtime 时间戳 时间"
                    + " 日期 下单时间 购买时间 订单时间 订单日期 交易时间 创建时间 评论时间 行为时间 付款时间 发票日期")),
            Map.entry(Role.RATING, words("rating ratings score stars star overall finalrating reviewscore imdbrating 评分 打分 得分 星级")),
            Map.entry(Role.EVENT_TYPE, words("eventtype event behaviortype behaviourtype behavior behaviour actiontype action 行为类型 行为 事件类型 事件")),
            Map.entry(Role.QUANTITY, words("quantity qty units 购买数量 数量 件数 销量")),
            Map.entry(Role.PRICE, words("unitprice price saleprice itemprice salesvalue 单价 价格 售价 金额")),
            Map.entry(Role.SESSION, words("sessionid session visitid 会话id 会话")),
            Map.entry(Role.ORDER, words("orderid orderno ordernumber order invoiceno invoiceid invoicenumber invoice basketid basket transactionid"
                    + " transaction receiptid 订单id 订单编号 订单号 订单 小票号 购物篮 发票号")),
            Map.entry(Role.QUERY, words("query searchquery searchterm keyword keywords 搜索词 查询词 查询 关键词")),
            Map.entry(Role.POSITION, words("position pos rank 位置 排名")),
            Map.entry(Role.TITLE, words("title producttitle itemtitle movietitle productname itemname goodsname name 标题 商品名称 商品名 产品名称 品名 名称 电影名")),
            Map.entry(Role.DESCRIPTION, words("description productdescription itemdescription shortdescription desc reviewtext review comment content"
                    + " 描述 商品描述 简介 详情 评论内容 评论 评价 内容")),
            Map.entry(Role.CATEGORY, words("category categories categoryname productcategory productcategoryname producttype genre genres department cat"
                    + " queryclass types 类别 分类 商品类别 商品分类 品类 类目 种类 类型 题材")),
            Map.entry(Role.IMAGE, words("image imageurl img imgthumb picture photo 图片 图片地址 图片链接")),
            Map.entry(Role.STOCK, words("stock inventory balanceonhand onhand stockquantity 库存 库存量")),
            Map.entry(Role.COUNTRY, words("country countryname 国家 国家地区")));

    private static final Map<String, Guess> BY_NAME = byName();

    private NameRoles() { }

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    private static Map<String, Guess> byName() {
        var all = new HashMap<String, Guess>();
        NAMES.forEach((role, names) -> {
            for (int i = 0; i < names.size(); i++) all.put(names.get(i), new Guess(role, i));
        });
        return Map.copyOf(all);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The role that a column of this name has as a rule. */
    public static Optional<Guess> guess(String name) {
        return Optional.ofNullable(BY_NAME.get(plain(name)));
    }

    /** Whether the name is a bare "id" or "number", which is one of whatever the table is about. */
    static boolean isBareId(String name) {
        return List.of("id", "no", "编号", "序号id", "key").contains(plain(name));
    }

    /** Whether whole numbers under this name may be seconds or milliseconds since 1970. */
    static boolean tellsTime(String name) {
        String plain = plain(name);
        return plain.endsWith("timestamp") || plain.endsWith("time") || plain.equals("ts") || plain.endsWith("date") || plain.endsWith("createdat")
                || plain.endsWith("时间") || plain.endsWith("时间戳") || plain.endsWith("日期");
    }
}
