package shelfwise.bench;

import java.util.List;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;

/**
 * Every operator on the tables of {@link BigShop}, once or more, as two pipelines. A line is: step, operator, what comes in (the first port that
 * fits takes it), settings that are not the usual ones.
 */
final class EveryStep {
    static final String TABLES = """
            orders|source.asset||asset=orders
            goods|source.asset||asset=goods
            filter|prepare.filter|orders|conditions=[{"column":"StockCode","test":"matches","value":"^[0-9]{5}[A-Z]*$"}]
            where|prepare.where|orders|condition=Quantity > 0 and UnitPrice > 0
            select|prepare.select|orders|columns=[{"column":"CustomerID","name":"","type":"integer","role":"keep"}];unreadable=missing
            compute|prepare.compute|orders|column=money;expression=Quantity * UnitPrice
            drop-duplicates|prepare.drop-duplicates|orders|
            fill-missing|prepare.fill-missing|orders|fills=[{"column":"Description","how":"mode","value":""},{"column":"UnitPrice","how":"median","value":""}]
            text|prepare.text|orders|letters=upper
            outliers|prepare.outliers|orders|columns=Quantity,UnitPrice
            normalise|prepare.normalise|orders|columns=Quantity,UnitPrice
            time-window|prepare.time-window|orders|column=InvoiceDate
            join|prepare.join-catalogue|orders,goods|column=StockCode;catalogueColumn=StockCode;take=Name
            sessions|prepare.sessions|orders|user=CustomerID;time=InvoiceDate
            weights|prepare.weights|orders|column=Quantity;transform=clip
            catalogue|prepare.catalogue|orders|
            catalogue-longest|prepare.catalogue|orders|keep=longest
            events|prepare.interactions|orders|
            aggregate|prepare.aggregate|events|
            aggregate-day|prepare.aggregate|events|per=user-item-day
            k-core|prepare.k-core|events|
            leave-last-out|split.leave-last-out|events|validation=true
            global-time|split.global-time|events|validationShare=0.1
            rolling|split.rolling|events|
            last-session|split.last-session|events|validation=true
            random-by-user|split.random-by-user|events|validationShare=0.1
            user-holdout|split.user-holdout|events|validationUsers=0.1
            cold-items|split.cold-items|events|validationItems=0.1
            hold-nothing|split.nothing-held-back|events|
            baskets|model.association|leave-last-out|
            content|model.content|leave-last-out,catalogue|
            content-nearest|model.content|leave-last-out,catalogue|profile=nearest
            item-knn-orders|model.item-knn|leave-last-out|
            ease-orders|model.ease|leave-last-out|
            topics|vectors.text|catalogue|
            projection|vectors.text|catalogue|method=projection
            judge-orders|evaluate.ranking|leave-last-out,item-knn-orders,content,ease-orders,catalogue|marginColumn=
            lists-orders|lists.top-n|item-knn-orders,leave-last-out|
            """;

    static final String MODELS = """
            ratings|source.asset||asset=ratings
            films|source.asset||asset=films
            events|prepare.interactions|ratings|
            catalogue|prepare.catalogue|films|
            split|split.leave-last-out|events|validation=true
            random|split.random-by-user|events|validationShare=0.1
            popularity|model.popularity|split,catalogue|byCategory=true
            item-knn|model.item-knn|split|
            user-knn|model.user-knn|split|
            als|model.als|split|
            als-exact|model.als|split|solver=cholesky
            content|model.content|split,catalogue|
            bpr|model.bpr|split|epochs=20
            logistic-mf|model.logistic-mf|split|epochs=5
            warp|model.warp|split,catalogue|epochs=5
            transformer|model.transformer|split|width=32;epochs=1;length=50
            texts|vectors.text|catalogue|
            tastes|vectors.items|als|
            vectors|model.vectors|split,tastes|
            interests|model.interests|split,tastes,catalogue|
            mixture|model.interests|split,tastes,catalogue|method=mixture
            biased-mf|model.biased-mf|split|epochs=10
            svd-plus-plus|model.svd-plus-plus|split|epochs=3
            nmf|model.nmf|split|epochs=5
            ease|model.ease|split|
            slim|model.slim|split|
            sar|model.sar|split|
            association|model.association|split|gap=60
            weighted|hybrid.weighted|split,item-knn,als|
            rank-fusion|hybrid.rank-fusion|split,item-knn,als|
            switch|hybrid.switch|split,item-knn,popularity|
            cascade|hybrid.cascade|split,item-knn,als|
            blend|hybrid.blend|split,item-knn,als|
            blend-trees|hybrid.blend|split,item-knn,als|method=trees
            diversity|rerank.diversity|als,catalogue,split|
            diversity-vectors|rerank.diversity|als,texts,split|by=vectors
            xquad|rerank.xquad|als,catalogue,split|
            calibration|rerank.calibration|als,catalogue,split|
            rules|rerank.rules|als,catalogue,split|rules=[{"act":"cap","scope":"category","which":"Drama","amount":2}]
            judge|evaluate.ranking|split,popularity,item-knn,als,catalogue,texts|
            judge-random|evaluate.ranking|random,popularity,als|
            judge-user-knn|evaluate.ranking|split,user-knn|
            judge-hybrids|evaluate.ranking|split,weighted,rank-fusion,blend,catalogue|
            judge-reranked|evaluate.ranking|split,diversity,xquad,calibration,rules,catalogue|
            judge-stars|evaluate.rating|random,biased-mf,nmf|
            sweep|evaluate.sweep|judge|settings=[{"setting":"item-knn.neighbours","values":"15, 30"}]
            lists|lists.top-n|als,split|
            lists-user-knn|lists.top-n|user-knn,split|
            lists-blend|lists.top-n|blend,split|
            lists-xquad|lists.top-n|xquad,split|
            lists-diversity|lists.top-n|diversity-vectors,split|
            """;

    private EveryStep() { }

    static Pipeline pipeline(OperatorCatalogue operators, String name, String lines) {
        Pipeline p = Pipeline.empty(name);
        for (String line : lines.strip().lines().toList()) {
            String[] part = line.strip().split("\\|", 4);
            Operator<?> operator = operators.operator(part[1]);
            p = p.add(new Node(part[0], part[1], operator.version(), operator.defaults(), "", 0, 0));
            for (String from : part[2].split(",")) if (!from.isBlank()) p = linked(operators, p, from, part[0]);
            for (String set : part[3].split(";")) if (!set.isBlank()) p = Overrides.apply(p, List.of(part[0] + "." + set), operators);
        }
        return p;
    }

    private static Pipeline linked(OperatorCatalogue operators, Pipeline p, String from, String to) {
        Port out = operators.operator(p.node(from)).outputs().getFirst();
        for (Port in : operators.operator(p.node(to)).inputs()) {
            if (in.type() == out.type() && (in.many() || p.into(to, in.name()).isEmpty())) return p.link(new Link(from, out.name(), to, in.name()));
        }
        throw new IllegalArgumentException(from + " fits nothing of " + to);
    }
}
